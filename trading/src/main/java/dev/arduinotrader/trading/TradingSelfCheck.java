package dev.arduinotrader.trading;

import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.trading.broker.paper.PaperBroker;
import dev.arduinotrader.trading.store.TradingStore;
import java.util.List;
import java.util.function.Supplier;

/** Reads both of trading's files. A halt is no illness. */
final class TradingSelfCheck {
  private final TradingStore store;
  private final PaperBroker paperBroker;
  private final TraderClock clock;
  private final String version;

  TradingSelfCheck(TradingStore store, PaperBroker paperBroker, TraderClock clock, String version) {
    this.store = store;
    this.paperBroker = paperBroker;
    this.clock = clock;
    this.version = version;
  }

  ServiceHealth run() {
    List<ServiceHealth.Check> checks =
        List.of(check("database", store::check), check("paper-broker", paperBroker::check));
    boolean healthy = checks.stream().allMatch(ServiceHealth.Check::healthy);
    String status =
        healthy
            ? "orders and the paper broker's book can be read"
            : String.join(
                "; ",
                checks.stream()
                    .filter(check -> !check.healthy())
                    .map(check -> check.name() + ": " + check.detail())
                    .toList());
    return new ServiceHealth(healthy, version, status, clock.base(), checks);
  }

  private static ServiceHealth.Check check(String name, Supplier<String> attempt) {
    try {
      String seen = attempt.get();
      return new ServiceHealth.Check(name, seen.equals("ok"), seen);
    } catch (RuntimeException e) {
      return new ServiceHealth.Check(name, false, String.valueOf(e.getMessage()));
    }
  }
}
