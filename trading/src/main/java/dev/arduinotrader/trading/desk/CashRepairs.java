package dev.arduinotrader.trading.desk;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.PolicyVersion;
import dev.arduinotrader.trading.TradeCommand;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.model.Intent;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import dev.arduinotrader.trading.model.repair.BalanceRepair;
import dev.arduinotrader.trading.model.repair.DebtWatch;
import dev.arduinotrader.trading.model.repair.RepairFacts;
import dev.arduinotrader.trading.model.repair.RepairPlan;
import dev.arduinotrader.trading.store.TradingBook;
import dev.arduinotrader.trading.store.TradingBook.Wish;
import dev.arduinotrader.trading.store.TradingEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Covers cash that the broker says to be below zero in two good readings in a row, once an hour at
 * most: the orders of an hour have names that a repeat has too.
 */
public final class CashRepairs {
  private static final String PREFIX = "repair-";

  private final DeskTools tools;
  private final TradeDesk desk;
  private final RepairFinder finder;

  /** Forgotten when the process ends: then two more readings are waited for. */
  private final ConcurrentHashMap<AccountId, DebtWatch> watches = new ConcurrentHashMap<>();

  public CashRepairs(DeskTools tools, TradeDesk desk) {
    this.tools = tools;
    this.desk = desk;
    this.finder = new RepairFinder(tools, desk);
  }

  /** What an event says of a repair. */
  private record RepairNews(String actor, List<String> owed, List<String> steps) {}

  /**
   * To be called after each good reading.
   *
   * @param agrees whether the books say what the broker says; only then is anything done
   * @return what was done and what could not be, a sentence each; empty while nothing is owed
   */
  public List<String> look(CallContext context, AccountStatement statement, boolean agrees) {
    DebtWatch seen =
        watches.compute(
            context.account(),
            (account, before) ->
                (before == null ? DebtWatch.UNREAD : before)
                    .read(statement.at(), statement.cash()));
    if (seen.twice().isEmpty()) {
      return List.of();
    }
    if (!agrees) {
      return List.of(
          "cash is below zero in %s, and nothing is done before books and broker agree"
              .formatted(seen.twice()));
    }
    CallContext now = context.withDecisionTime(tools.clock().now());
    return switch (finder.find(now, seen, statement, isUnderWay(context.account()))) {
      case Result.Failure<RepairFacts>(Problem problem) ->
          List.of("cash is below zero in %s: %s".formatted(seen.twice(), problem));
      case Result.Success<RepairFacts>(RepairFacts facts) -> carryOut(now, facts);
    };
  }

  private boolean isUnderWay(AccountId account) {
    return tools.store().read(book -> book.active(account)).stream()
        .anyMatch(intent -> intent.command().commandId().value().startsWith(PREFIX));
  }

  private List<String> carryOut(CallContext context, RepairFacts facts) {
    RepairPlan plan = BalanceRepair.plan(facts);
    if (plan.isNothing()) {
      return List.of();
    }
    if (proposes(context)) {
      return Stream.concat(
              Stream.of("the policy says propose: nothing was sent for the cash below zero; would"),
              steps(plan).stream())
          .toList();
    }
    String round =
        PREFIX + context.decisionTime().getEpochSecond() / Duration.ofHours(1).toSeconds();
    List<String> owed =
        facts.owed().stream().sorted().map(facts::cashIn).map(Money::toString).toList();
    String why = "cash below zero by two readings of the broker: " + String.join(", ", owed);
    tell(context, CommandId.of(round), why, owed, plan);
    List<String> done = new ArrayList<>();
    for (ExchangeTerms terms : plan.exchanges()) {
      String pair = terms.bought().currency() + "-" + terms.soldMax().currency();
      Result<Intent> traded = desk.exchange(context, CommandId.of(round + "-" + pair), terms, why);
      done.add(terms.description() + ": " + outcome(traded));
    }
    for (RepairPlan.Sale sale : plan.sales()) {
      done.add(
          "sell %s %s: %s"
              .formatted(sale.quantity(), sale.symbol(), outcome(sell(context, round, sale, why))));
    }
    done.addAll(plan.uncovered());
    return done;
  }

  /** As flattening sells: a debt costs more than the owner's pace of trading. */
  private Result<Intent> sell(CallContext context, String round, RepairPlan.Sale sale, String why) {
    CommandId id = CommandId.of(round + "-" + sale.isin());
    return finder
        .quote(context, sale.isin())
        .then(
            quote ->
                desk.close(
                    context,
                    new TradeCommand(
                        id,
                        sale.isin(),
                        Side.SELL,
                        sale.quantity(),
                        null,
                        quote.price(),
                        why,
                        "",
                        0)));
  }

  /** Whoever wants to be asked first is; so is whoever cannot be asked what he wants. */
  private boolean proposes(CallContext context) {
    return switch (tools.portfolio().getPolicy(context)) {
      case Result.Success<PolicyVersion>(PolicyVersion version) ->
          version.policy().autonomy() == InvestmentPolicy.Autonomy.PROPOSE;
      case Result.Failure<PolicyVersion>(Problem problem) -> true;
    };
  }

  private static List<String> steps(RepairPlan plan) {
    List<String> steps = new ArrayList<>();
    plan.exchanges().forEach(terms -> steps.add(terms.description()));
    plan.sales().forEach(sale -> steps.add("sell " + sale.quantity() + " " + sale.symbol()));
    steps.addAll(plan.uncovered());
    return steps;
  }

  private static String outcome(Result<Intent> traded) {
    return switch (traded) {
      case Result.Failure<Intent>(Problem problem) -> problem.toString();
      case Result.Success<Intent>(Intent intent) ->
          intent.message().isEmpty()
              ? intent.state().name()
              : intent.state() + " " + intent.message();
    };
  }

  /** A person is told of each round once. */
  private void tell(
      CallContext context, CommandId round, String why, List<String> owed, RepairPlan plan) {
    Instant now = tools.clock().now();
    Wish wish = new Wish("Repair", round.value());
    tools
        .store()
        .write(
            book ->
                book.once(
                    context.account(),
                    round,
                    wish,
                    Done.class,
                    now,
                    () ->
                        tell(
                            book,
                            context,
                            now,
                            why,
                            new RepairNews(context.actor(), owed, steps(plan)))));
  }

  private static Result<Done> tell(
      TradingBook book, CallContext context, Instant now, String why, RepairNews news) {
    book.tell(
        context.account(),
        now,
        TradingEvent.INCIDENT,
        "REPAIR by %s: %s; %s".formatted(news.actor(), why, String.join("; ", news.steps())),
        news);
    return Result.success(Done.DONE);
  }
}
