package dev.arduinotrader.app.cli;

import dev.arduinotrader.trading.OrderLeg;
import dev.arduinotrader.trading.Trade;
import dev.arduinotrader.trading.TradePage;
import dev.arduinotrader.trading.TradeQuery;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trades and what became of them. */
@Command(name = "trade", aliases = "trades", description = "Trades and what became of them.")
final class TradeCommand {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Invocation invocation;

  TradeCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Command(name = "list", description = "Trades with their orders, newest first.")
  int list(
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "50",
              description = "At most so many. Default: 50.")
          int limit) {
    return invocation.show(
        session ->
            session
                .services()
                .trading()
                .getTradeHistory(session.context(TIMEOUT), new TradeQuery(limit)),
        this::print);
  }

  private void print(TradePage page) {
    if (page.trades().isEmpty()) {
      invocation.console().say("No trades yet. Next: trader cycle");
      return;
    }
    invocation.console().print(table(page.trades()).render());
  }

  static Table table(Iterable<Trade> trades) {
    Table table = new Table("CREATED", "TRADE", "STATE", "ORDER", "FILLED", "AT", "NOTE");
    for (Trade trade : trades) {
      table.row(
          trade.createdAt().toString(),
          "%s %s %s".formatted(trade.side(), trade.quantity(), trade.symbol()),
          trade.state().name(),
          "",
          "",
          "",
          trade.message().isEmpty() ? trade.reason() : trade.message());
      for (OrderLeg leg : trade.legs()) {
        table.row(
            "", "", leg.state().name(), leg.description(), filled(leg), price(leg), fees(leg));
      }
    }
    return table;
  }

  private static String filled(OrderLeg leg) {
    return leg.filled().isZero() ? "" : leg.filled().toString();
  }

  private static String price(OrderLeg leg) {
    return leg.averagePrice() == null ? "" : leg.averagePrice().toString();
  }

  private static String fees(OrderLeg leg) {
    return String.join(
        "; ",
        leg.fills().stream()
            .map(fill -> fill.description() + ", fee " + Numbers.money(fill.commission()))
            .toList());
  }
}
