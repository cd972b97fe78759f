package dev.arduinotrader.gateway;

import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.guard.GuardSettings;
import dev.arduinotrader.platform.guard.LocalGuard;
import java.time.Duration;

/** The gateway in this process, behind the platform's guard. */
class GuardedGatewayTest extends GatewayServiceContract {
  @Override
  GatewayService reach(GatewayService local) {
    return LocalGuard.wrap(
        GatewayService.class,
        local,
        new GuardSettings("gateway", new ConcurrencyLimit(8), Duration.ofSeconds(30)));
  }

  @Override
  void leave() {}
}
