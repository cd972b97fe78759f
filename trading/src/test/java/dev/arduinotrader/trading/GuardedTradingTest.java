package dev.arduinotrader.trading;

import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.guard.GuardSettings;
import dev.arduinotrader.platform.guard.LocalGuard;
import java.time.Duration;

class GuardedTradingTest extends TradingContract {
  @Override
  TradingService reach(World world) {
    return LocalGuard.wrap(
        TradingService.class,
        world.trading(),
        new GuardSettings("trading", new ConcurrencyLimit(64), Duration.ofSeconds(30)));
  }
}
