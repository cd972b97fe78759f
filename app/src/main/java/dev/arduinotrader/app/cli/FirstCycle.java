package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.system.TraderSystem;
import dev.arduinotrader.gateway.GatewayService;
import dev.arduinotrader.gateway.SystemStatus;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.trading.TradePage;
import dev.arduinotrader.trading.TradeQuery;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Tells the user of {@code run} how the first cycle ended, and what was traded. */
final class FirstCycle {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);
  private static final int TRADES_SHOWN = 20;

  private final Invocation invocation;
  private final TraderSystem system;
  private final GatewayService gateway;

  FirstCycle(Invocation invocation, TraderSystem system, GatewayService gateway) {
    this.invocation = invocation;
    this.system = system;
    this.gateway = gateway;
  }

  /** Returns at once; speaks when the cycle has ended. */
  void announce() {
    String before = lastCycle().map(SystemStatus.LastCycle::cycleId).orElse("");
    invocation.console().say("The first cycle runs now.");
    Thread.ofVirtual().name("first-cycle").start(() -> await(before));
  }

  private void await(String before) {
    Deadline deadline = Deadline.after(LIMIT);
    while (!deadline.isExpired()) {
      Optional<SystemStatus.LastCycle> last =
          lastCycle().filter(cycle -> !cycle.cycleId().equals(before));
      if (last.isPresent()) {
        invocation.console().say("Cycle finished: " + last.get().message());
        trades();
        invocation
            .console()
            .say("Next: open the page, or try trader plan show and trader portfolio show.");
        return;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private void trades() {
    Result<TradePage> page =
        system.services().trading().getTradeHistory(context(), new TradeQuery(TRADES_SHOWN));
    if (page instanceof Result.Success<TradePage>(TradePage trades) && !trades.trades().isEmpty()) {
      invocation.console().say(TradeCommand.table(trades.trades()).render().stripTrailing());
    }
  }

  private Optional<SystemStatus.LastCycle> lastCycle() {
    return gateway.getSystemStatus(context()) instanceof Result.Success<SystemStatus>(var status)
        ? Optional.ofNullable(status.lastCycle())
        : Optional.empty();
  }

  private CallContext context() {
    return system.context(CALL_TIMEOUT);
  }
}
