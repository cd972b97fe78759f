package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.trading.desk.DeskTools;
import dev.arduinotrader.trading.desk.TradeDesk;
import dev.arduinotrader.trading.model.Intent;
import dev.arduinotrader.universe.Quote;
import dev.arduinotrader.universe.QuoteRequest;
import dev.arduinotrader.universe.Security;
import java.util.ArrayList;
import java.util.List;

/**
 * Closes what an account holds: no purchase any more, nothing open, and all that is managed sold.
 */
final class Flattening {
  /** Far more sales than one account holds securities. */
  private static final int LOOK_BACK_TRADES = 1_000;

  private final DeskTools tools;
  private final TradeDesk desk;
  private final CallContext context;
  private final HaltCommand command;
  private final List<Intent> cancelled = new ArrayList<>();
  private final List<Intent> sales = new ArrayList<>();
  private final List<String> leftovers = new ArrayList<>();

  Flattening(DeskTools tools, TradeDesk desk, CallContext context, HaltCommand command) {
    this.tools = tools;
    this.desk = desk;
    this.context = context;
    this.command = command;
  }

  List<Intent> cancelled() {
    return List.copyOf(cancelled);
  }

  List<Intent> sales() {
    return List.copyOf(sales);
  }

  List<String> leftovers() {
    return List.copyOf(leftovers);
  }

  /** Purchases have been stopped by now. A failure when the books or the market cannot be read. */
  Result<Flattening> run() {
    cancelAll();
    sales.addAll(earlier());
    return tools
        .portfolio()
        .getPolicy(context)
        .then(
            policy ->
                tools
                    .portfolio()
                    .getPositions(context)
                    .map(
                        positions -> {
                          positions.positions().forEach(held -> sell(policy.policy(), held));
                          return this;
                        }));
  }

  private void cancelAll() {
    List<Intent> active = tools.store().read(book -> book.active(context.account()));
    for (Intent intent : active) {
      if (!isSaleOfOurs(intent)
          && desk.cancel(context, intent) instanceof Result.Failure<Intent>(Problem problem)) {
        leftovers.add("trade " + intent.tradeId() + " was not cancelled: " + problem);
      }
    }
    // What the broker says of the cancellations; a failure leaves them open, which is said below.
    desk.carryOn(context, true);
    for (Intent before : active) {
      Intent now = tools.store().read(book -> book.intent(before.tradeId())).orElseThrow();
      if (!isSaleOfOurs(now)) {
        cancelled.add(now);
        if (now.isActive()) {
          leftovers.add(
              "an order of trade %s is %s: its end is not proved yet"
                  .formatted(now.tradeId(), now.state()));
        }
      }
    }
  }

  /** A repeat does not cancel what the first try began to sell. */
  private boolean isSaleOfOurs(Intent intent) {
    return intent.command().commandId().equals(saleOf(intent.command().isin().value()));
  }

  private CommandId saleOf(String isin) {
    return CommandId.of(command.commandId() + "-" + isin);
  }

  private void sell(InvestmentPolicy policy, Position held) {
    if (!held.quantity().isPositive()) {
      return;
    }
    if (!policy.wishOf(held.isin()).managed()) {
      leftovers.add("%s %s is not managed and stays".formatted(held.quantity(), held.symbol()));
      return;
    }
    CommandId id = saleOf(held.isin().value());
    if (sales.stream().anyMatch(sale -> sale.command().commandId().equals(id))) {
      return;
    }
    Result<Intent> sale =
        tools
            .universe()
            .getSecurity(context, held.isin())
            .then(security -> quote(security).then(quote -> sell(held, security, quote)));
    switch (sale) {
      case Result.Success<Intent>(Intent intent) -> take(held, intent);
      case Result.Failure<Intent>(Problem problem) ->
          leftovers.add(
              "%s %s was not sold: %s".formatted(held.quantity(), held.symbol(), problem));
    }
  }

  private void take(Position held, Intent intent) {
    sales.add(intent);
    if (intent.state() == OrderState.DENIED) {
      leftovers.add(
          "%s %s was not sold: %s".formatted(held.quantity(), held.symbol(), intent.message()));
    } else if (intent.command().quantity().compareTo(held.quantity()) < 0) {
      leftovers.add(
          "%s %s stays: less than a lot"
              .formatted(held.quantity().minus(intent.command().quantity()), held.symbol()));
    }
  }

  /** What an earlier try has sold or begun to sell. */
  private List<Intent> earlier() {
    return tools.store().read(book -> book.newest(context.account(), LOOK_BACK_TRADES)).stream()
        .filter(this::isSaleOfOurs)
        .toList();
  }

  private Result<Quote> quote(Security security) {
    return tools
        .universe()
        .getQuotes(context, QuoteRequest.latest(List.of(security.isin())))
        .then(
            quotes ->
                quotes.quotes().isEmpty()
                    ? CommonReason.NOT_FOUND.failure("no price of " + security.symbol())
                    : Result.success(quotes.quotes().getFirst()));
  }

  private Result<Intent> sell(Position held, Security security, Quote quote) {
    Quantity quantity = security.lot().floor(held.quantity().value());
    return desk.close(
        context,
        new TradeCommand(
            saleOf(held.isin().value()),
            held.isin(),
            Side.SELL,
            quantity,
            null,
            quote.price(),
            "flatten: " + command.reason(),
            "",
            0));
  }
}
