package dev.arduinotrader.portfolio;

import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.guard.GuardSettings;
import dev.arduinotrader.platform.guard.LocalGuard;
import java.time.Duration;

class LocalPortfolioTest extends PortfolioContract {
  @Override
  PortfolioService reach(PortfolioService local) {
    return LocalGuard.wrap(
        PortfolioService.class,
        local,
        new GuardSettings("portfolio", new ConcurrencyLimit(64), Duration.ofSeconds(30)));
  }
}
