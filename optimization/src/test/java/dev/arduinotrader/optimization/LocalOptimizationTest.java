package dev.arduinotrader.optimization;

import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.guard.GuardSettings;
import dev.arduinotrader.platform.guard.LocalGuard;
import java.time.Duration;

class LocalOptimizationTest extends OptimizationContract {
  private final OptimizationService service =
      LocalGuard.wrap(
          OptimizationService.class,
          local(),
          new GuardSettings("optimization", new ConcurrencyLimit(8), Duration.ofSeconds(30)));

  @Override
  OptimizationService service() {
    return service;
  }
}
