package dev.arduinotrader.app.cli;

import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.trading.CancelCommand;
import dev.arduinotrader.trading.OrderLeg;
import dev.arduinotrader.trading.Trade;
import dev.arduinotrader.trading.TradePage;
import dev.arduinotrader.trading.TradeQuery;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trades and what became of them. */
@Command(name = "trade", aliases = "trades", description = "Trades and what became of them.")
final class TradeCommand {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Invocation invocation;

  TradeCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /** The command with those of its commands that have a class of their own. */
  static CommandLine with(Invocation invocation) {
    return new CommandLine(new TradeCommand(invocation))
        .addSubcommand("validate", new TradeValidateCommand(invocation))
        .addSubcommand("buy", new TradeWishCommand(invocation, Side.BUY))
        .addSubcommand("sell", new TradeWishCommand(invocation, Side.SELL))
        .addSubcommand("batch", new TradeBatchCommand(invocation));
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

  @Command(name = "show", description = "One trade with its orders and executions.")
  int show(
      @Parameters(paramLabel = "TRADE", description = "Its id, or the beginning of it.")
          String tradeId) {
    return invocation.show(
        session ->
            TradeFinder.find(session, tradeId)
                .then(
                    found ->
                        session
                            .services()
                            .trading()
                            .getTradeStatus(session.context(TIMEOUT), found)),
        this::print);
  }

  @Command(name = "cancel", description = "Cancel what is open of a trade; works while halted.")
  int cancel(
      @Parameters(paramLabel = "TRADE", description = "Its id, or the beginning of it.")
          String tradeId) {
    return invocation.change(
        session ->
            TradeFinder.find(session, tradeId)
                .then(
                    found ->
                        session
                            .services()
                            .trading()
                            .cancelTrade(
                                session.context(TIMEOUT),
                                new CancelCommand(session.nextCommandId(), found))),
        this::print);
  }

  private void print(Trade trade) {
    invocation.console().print("Trade " + trade.tradeId() + "\n" + table(List.of(trade)).render());
  }

  private void print(TradePage page) {
    if (page.trades().isEmpty()) {
      invocation.console().say("No trades yet. Next: trader cycle");
      return;
    }
    invocation.console().print(table(page.trades()).render());
  }

  static Table table(Iterable<Trade> trades) {
    Table table = new Table("ID", "CREATED", "TRADE", "STATE", "ORDER", "FILLED", "AT", "NOTE");
    for (Trade trade : trades) {
      table.row(
          TradeFinder.brief(trade.tradeId()),
          trade.createdAt().toString(),
          "%s %s %s".formatted(trade.side(), trade.quantity(), trade.symbol()),
          trade.state().name(),
          "",
          "",
          "",
          trade.message().isEmpty() ? trade.reason() : trade.message());
      for (OrderLeg leg : trade.legs()) {
        table.row(
            "", "", "", leg.state().name(), leg.description(), filled(leg), price(leg), fees(leg));
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
