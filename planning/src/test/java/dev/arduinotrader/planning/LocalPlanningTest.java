package dev.arduinotrader.planning;

import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.guard.GuardSettings;
import dev.arduinotrader.platform.guard.LocalGuard;
import java.time.Duration;

class LocalPlanningTest extends PlanningContract {
  private final PlanningService guarded =
      LocalGuard.wrap(
          PlanningService.class,
          services.planning,
          new GuardSettings("planning", new ConcurrencyLimit(8), Duration.ofSeconds(30)));

  @Override
  PlanningService service() {
    return guarded;
  }
}
