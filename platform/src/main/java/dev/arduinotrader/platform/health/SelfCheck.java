package dev.arduinotrader.platform.health;

import dev.arduinotrader.platform.call.ServiceHealth;
import java.util.function.Supplier;

/**
 * One thing that a service needs, and how to try it.
 *
 * @param name such as {@code database}
 * @param attempt tries it and says what was seen; an exception is as good as an unhealthy finding
 */
public record SelfCheck(String name, Supplier<ServiceHealth.Check> attempt) {

  /** Tries it; never throws. */
  public ServiceHealth.Check run() {
    try {
      return attempt.get();
    } catch (RuntimeException e) {
      return new ServiceHealth.Check(
          name, false, e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }
}
