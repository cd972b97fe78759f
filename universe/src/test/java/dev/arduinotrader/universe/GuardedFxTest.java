package dev.arduinotrader.universe;

import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.guard.GuardSettings;
import dev.arduinotrader.platform.guard.LocalGuard;
import java.time.Duration;

/** Exchange rates of the universe, reached as its name says. */
class GuardedFxTest extends FxContract {
  @Override
  UniverseService reach(UniverseService local) {
    return LocalGuard.wrap(
        UniverseService.class,
        local,
        new GuardSettings("universe", new ConcurrencyLimit(8), Duration.ofSeconds(30)));
  }

  @Override
  void leave() {}
}
