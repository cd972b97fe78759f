package dev.arduinotrader.app.fleet;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.placement.Endpoint;
import dev.arduinotrader.platform.time.Pauses;
import java.time.Duration;

/** Waits until a service that was just started says that it is well. */
final class HealthyWait {
  private static final Duration LOOK_INTERVAL = Duration.ofMillis(500);
  private static final int LOOKS_MAX = 120;

  /** The first question of a process takes longest, and a busy device answers late. */
  private static final int TRIES_MAX = 10;

  private final Instance instance;
  private final Pauses pauses;

  HealthyWait(Instance instance, Pauses pauses) {
    this.instance = instance;
    this.pauses = pauses;
  }

  /** What a service says that should have been there all the time; tried for a while. */
  Result<Instance.Seen> seen(Endpoint endpoint) {
    Result<Instance.Seen> seen = instance.look(endpoint);
    for (int tries = 1; tries < TRIES_MAX && !seen.isSuccess(); tries++) {
      pauses.pause(LOOK_INTERVAL);
      seen = instance.look(endpoint);
    }
    return seen;
  }

  /** What was seen when it was well; MOVE_REFUSED when it ends before, or after a minute. */
  Result<Instance.Seen> until(Device device, String name, Endpoint endpoint) {
    String last = "nobody answers";
    for (int looks = 0; looks < LOOKS_MAX; looks++) {
      switch (instance.look(endpoint)) {
        case Result.Success<Instance.Seen>(Instance.Seen seen) -> {
          if (seen.healthy()) {
            return Result.success(seen);
          }
          last = seen.reason();
        }
        case Result.Failure<Instance.Seen>(Problem problem) -> last = problem.message();
      }
      if (device.isRunning(name) instanceof Result.Success<Boolean>(Boolean alive) && !alive) {
        return FleetReason.MOVE_REFUSED.failure(
            "%s on %s ended: %s".formatted(name, device.id(), device.said(name)));
      }
      pauses.pause(LOOK_INTERVAL);
    }
    return FleetReason.MOVE_REFUSED.failure(
        "%s on %s is not healthy after a minute: %s".formatted(name, device.id(), last));
  }
}
