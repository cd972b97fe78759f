package dev.arduinotrader.platform.health;

import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.time.TraderClock;
import java.util.List;

/** Answers a service's health check: tries everything that the service needs, now. */
public final class HealthReporter {
  private final TraderClock clock;
  private final List<SelfCheck> checks;

  /**
   * @param checks quick ones; they run at every health check, one after the other
   */
  public HealthReporter(TraderClock clock, List<SelfCheck> checks) {
    this.clock = clock;
    this.checks = List.copyOf(checks);
  }

  /** Healthy when every check is; the status names those that are not. */
  public ServiceHealth report() {
    return new ServiceHealth(true, Version.current(), "healthy", clock.base(), List.of())
        .with(checks.stream().map(SelfCheck::run).toList());
  }
}
