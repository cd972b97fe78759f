package dev.arduinotrader.gateway;

import dev.arduinotrader.gateway.cycle.TradingCycle;
import dev.arduinotrader.gateway.store.GatewayStore;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.time.TraderClock;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Runs cycles: one at a time per account, and each command once. */
final class CycleRunner {
  private final GatewayNeighbours services;
  private final GatewayStore store;
  private final TraderClock clock;
  private final Ids ids;
  private final ConcurrentHashMap<AccountId, String> running = new ConcurrentHashMap<>();

  CycleRunner(GatewayNeighbours services, GatewayStore store, TraderClock clock, Ids ids) {
    this.services = services;
    this.store = store;
    this.clock = clock;
    this.ids = ids;
  }

  Result<CycleReport> run(
      CallContext context, CycleCommand command, ProgressSink<CycleProgress> progress) {
    AccountId account = context.account();
    String cycleId = "cycle-" + ids.next();
    String other = running.putIfAbsent(account, cycleId);
    if (other != null) {
      return GatewayReason.CYCLE_RUNNING.failure(
          "account " + account + " is in " + other + "\nMaybe wait for it: trader status");
    }
    try {
      Optional<GatewayStore.StoredCycle> earlier = store.findCycle(account, command.commandId());
      return earlier.isPresent()
          ? repeated(command, earlier.get())
          : Result.success(start(context, cycleId, command, progress));
    } finally {
      running.remove(account, cycleId);
    }
  }

  private CycleReport start(
      CallContext context,
      String cycleId,
      CycleCommand command,
      ProgressSink<CycleProgress> progress) {
    store.startCycle(
        cycleId, context.account(), command.commandId(), command.dryRun(), clock.now());
    CycleReport report =
        new TradingCycle(
                services, store, clock, cycleId, command.commandId(), command.dryRun(), progress)
            .run(context);
    store.finishCycle(context.account(), report);
    return report;
  }

  private static Result<CycleReport> repeated(
      CycleCommand command, GatewayStore.StoredCycle earlier) {
    if (earlier.dryRun() != command.dryRun()) {
      return CommonReason.COMMAND_REUSED.failure(
          "command " + command.commandId() + " was given before with another dryRun");
    }
    return earlier
        .report()
        .map(Result::success)
        .orElseGet(
            () ->
                GatewayReason.CYCLE_INTERRUPTED.failure(
                    earlier.cycleId()
                        + " was cut off or is long ago; what it started is in the trades"
                        + "\nMaybe run another cycle with a new command id."));
  }
}
