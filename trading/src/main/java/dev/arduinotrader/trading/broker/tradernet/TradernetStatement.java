package dev.arduinotrader.trading.broker.tradernet;

import dev.arduinotrader.brokers.tradernet.TradernetAccount;
import dev.arduinotrader.brokers.tradernet.TradernetCashFlow;
import dev.arduinotrader.brokers.tradernet.TradernetFill;
import dev.arduinotrader.brokers.tradernet.TradernetOrder;
import dev.arduinotrader.brokers.tradernet.TradernetOrders;
import dev.arduinotrader.brokers.tradernet.TradernetPortfolio;
import dev.arduinotrader.brokers.tradernet.TradernetTimes;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.BrokerExecution;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Reads everything in an order in which nothing can fall between: orders first, then executions, so
 * that an order that has ended has its executions in the same statement, and what the account has
 * last. One read that fails fails the whole.
 */
final class TradernetStatement {
  /** Lists lag, and days are the broker's: what is read twice is known by its id. */
  private static final Duration OVERLAP = Duration.ofDays(3);

  /** No account there is older. */
  private static final Instant BEGINNING = Instant.parse("2010-01-01T00:00:00Z");

  private final TradernetOrders orders;
  private final TradernetAccount account;
  private final TradernetFacts facts;

  TradernetStatement(TradernetOrders orders, TradernetAccount account, TradernetFacts facts) {
    this.orders = orders;
    this.account = account;
    this.facts = facts;
  }

  /** INVALID_ARGUMENT for a cursor that is not one of this broker's. */
  Result<AccountStatement> read(String cursor, Instant now) {
    return from(cursor).then(from -> read(from, now));
  }

  private Result<AccountStatement> read(Instant from, Instant now) {
    Result<List<TradernetOrder>> listed = orders(from, now);
    if (listed instanceof Result.Failure<List<TradernetOrder>>(Problem problem)) {
      return Result.failure(problem);
    }
    Result<List<TradernetFill>> fills = orders.fills(from, now);
    if (fills instanceof Result.Failure<List<TradernetFill>>(Problem problem)) {
      return Result.failure(problem);
    }
    Result<List<TradernetCashFlow>> flows = account.cashFlows(TradernetTimes.dayOf(from));
    if (flows instanceof Result.Failure<List<TradernetCashFlow>>(Problem problem)) {
      return Result.failure(problem);
    }
    return account
        .portfolio()
        .then(
            portfolio ->
                statement(
                    now,
                    listed.orElseThrow(),
                    fills.orElseThrow(),
                    flows.orElseThrow(),
                    portfolio));
  }

  /** The history and what is active now: either list alone has been seen without an order. */
  Result<List<TradernetOrder>> orders(Instant from, Instant now) {
    return orders
        .history(from, now.plus(OVERLAP))
        .then(
            past ->
                orders
                    .current(false)
                    .map(
                        current -> {
                          List<TradernetOrder> all = new ArrayList<>(current);
                          for (TradernetOrder order : past) {
                            if (current.stream()
                                .noneMatch(o -> o.orderId().equals(order.orderId()))) {
                              all.add(order);
                            }
                          }
                          return all;
                        }));
  }

  private static Result<Instant> from(String cursor) {
    if (cursor.equals(AccountStatement.FROM_THE_BEGINNING)) {
      return Result.success(BEGINNING);
    }
    try {
      return Result.success(Instant.parse(cursor).minus(OVERLAP));
    } catch (DateTimeException e) {
      return CommonReason.INVALID_ARGUMENT.failure(
          "expected a cursor of Tradernet, found '%s'".formatted(cursor));
    }
  }

  private Result<AccountStatement> statement(
      Instant now,
      List<TradernetOrder> listed,
      List<TradernetFill> fills,
      List<TradernetCashFlow> flows,
      TradernetPortfolio portfolio) {
    List<BrokerExecution> executions = new ArrayList<>();
    for (TradernetFill fill : fills) {
      switch (facts.execution(fill, listed)) {
        case Result.Success<BrokerExecution>(BrokerExecution execution) ->
            executions.add(execution);
        case Result.Failure<BrokerExecution>(Problem problem) -> {
          return Result.failure(problem);
        }
      }
    }
    executions.sort(
        Comparator.comparing(BrokerExecution::at).thenComparing(BrokerExecution::executionId));
    return facts
        .movements(flows)
        .then(
            movements ->
                facts
                    .cash(portfolio)
                    .then(
                        cash ->
                            facts
                                .holdings(portfolio)
                                .map(
                                    holdings ->
                                        new AccountStatement(
                                            now,
                                            next(listed, now).toString(),
                                            executions,
                                            movements,
                                            listed.stream()
                                                .flatMap(o -> facts.report(o, fills, now).stream())
                                                .toList(),
                                            cash,
                                            holdings))));
  }

  /** The next statement goes back to the oldest order that still lives: its executions count. */
  private static Instant next(List<TradernetOrder> listed, Instant now) {
    return listed.stream()
        .filter(order -> !order.status().isEnded())
        .map(TradernetOrder::placedAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .filter(now::isAfter)
        .orElse(now);
  }
}
