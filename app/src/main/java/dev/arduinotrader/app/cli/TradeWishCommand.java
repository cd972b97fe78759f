package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.app.session.SessionOpener.Access;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.trading.OrderState;
import dev.arduinotrader.trading.Trade;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Buys or sells by hand, through the same gate as every order. */
@Command(
    description = {
      "Trade by hand, through the same gate as every order.",
      "What the gate refuses is shown with code, numbers and when it would pass; exit code 5."
    })
final class TradeWishCommand implements Callable<Integer> {
  private final Invocation invocation;
  private final Side side;

  @Mixin private TradeWish wish = new TradeWish();

  TradeWishCommand(Invocation invocation, Side side) {
    this.invocation = invocation;
    this.side = side;
  }

  @Override
  public Integer call() {
    return invocation.withSession(Access.CHANGE, this::execute);
  }

  private Result<Integer> execute(Session session) {
    return wish.command(session, side)
        .then(
            command ->
                session
                    .services()
                    .trading()
                    .executeTrade(session.context(TradeWish.TIMEOUT), command))
        .map(
            trade -> {
              invocation.print(trade, this::print);
              return trade.state() == OrderState.DENIED ? ExitCode.REFUSED_FOR_SAFETY : ExitCode.OK;
            });
  }

  private void print(Trade trade) {
    if (trade.state() == OrderState.DENIED) {
      invocation
          .console()
          .print(
              "Denied, nothing was sent (trade %s).%n%s"
                  .formatted(trade.tradeId(), trade.message()));
      return;
    }
    String orders = TradeCommand.table(List.of(trade)).render();
    invocation.console().print("Trade " + trade.tradeId() + "\n" + orders);
  }
}
