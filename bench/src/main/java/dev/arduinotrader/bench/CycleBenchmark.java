package dev.arduinotrader.bench;

import dev.arduinotrader.app.system.SystemSettings;
import dev.arduinotrader.app.system.TraderSystem;
import dev.arduinotrader.app.system.Training;
import dev.arduinotrader.gateway.CycleCommand;
import dev.arduinotrader.gateway.DepositCommand;
import dev.arduinotrader.gateway.GatewayService;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.lifecycle.Running;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Whole cycles over gRPC on loopback: every service called at its port, 60 simulated securities.
 */
final class CycleBenchmark {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int WARM_UP = 5;
  private static final int CYCLES = 20;

  private CycleBenchmark() {}

  /** A system on free ports with every call remote, and money paid in. */
  static Running<TraderSystem> start(Path folder) {
    Running<TraderSystem> running =
        TraderSystem.start(
                new SystemSettings(
                    Training.remotePlacement().orElseThrow(),
                    folder,
                    null,
                    AccountId.of("paper-1"),
                    true,
                    true,
                    false))
            .orElseThrow();
    TraderSystem system = running.value();
    system
        .services()
        .gateway()
        .processDeposit(
            system.context(TIMEOUT),
            new DepositCommand(system.nextCommandId(), Money.of("30000", Currency.EUR)))
        .orElseThrow();
    return running;
  }

  /** Dry runs: sync, reconcile, snapshot, scores, weights, exact search, archive; the same work. */
  static List<Figures> run(TraderSystem system) {
    double[] first = {cycle(system)};
    for (int i = 1; i < WARM_UP; i++) {
      cycle(system);
    }
    double[] millis = new double[CYCLES];
    for (int i = 0; i < CYCLES; i++) {
      millis[i] = cycle(system);
    }
    return List.of(
        new Figures("dry-run cycle, all remote, the first of the process", "ms", first),
        new Figures("dry-run cycle, all remote, warm", "ms", millis));
  }

  private static double cycle(TraderSystem system) {
    GatewayService gateway = system.services().gateway();
    CycleCommand command = new CycleCommand(system.nextCommandId(), true);
    long start = System.nanoTime();
    gateway
        .triggerTradingCycle(system.context(TIMEOUT), command, ProgressSink.ignoring())
        .orElseThrow();
    return (System.nanoTime() - start) / 1e6;
  }
}
