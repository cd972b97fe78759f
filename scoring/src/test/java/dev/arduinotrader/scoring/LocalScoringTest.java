package dev.arduinotrader.scoring;

import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.guard.GuardSettings;
import dev.arduinotrader.platform.guard.LocalGuard;
import java.time.Duration;

class LocalScoringTest extends ScoringContract {
  private final ScoringService service =
      LocalGuard.wrap(
          ScoringService.class,
          local(),
          new GuardSettings("scoring", new ConcurrencyLimit(8), Duration.ofSeconds(30)));

  @Override
  ScoringService service() {
    return service;
  }
}
