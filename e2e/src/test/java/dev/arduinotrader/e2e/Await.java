package dev.arduinotrader.e2e;

import dev.arduinotrader.platform.call.Deadline;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something that another process does, with a limit. */
final class Await {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private Await() {}

  static void until(
      String what, Duration limit, BooleanSupplier condition, Supplier<String> onFailure) {
    Deadline deadline = Deadline.after(limit);
    while (!condition.getAsBoolean()) {
      if (deadline.isExpired()) {
        throw new AssertionError(
            "waited %d s in vain: %s%n%s".formatted(limit.toSeconds(), what, onFailure.get()));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
