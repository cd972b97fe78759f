package dev.arduinotrader.app.fleet;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.time.Pauses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Asks the services of a fleet how they are, and waits until they are well. */
public final class Processes {
  private static final Duration LOOK_INTERVAL = Duration.ofMillis(500);
  private static final int LOOKS_MAX = 120;

  private final Function<ServiceName, Instance> probes;
  private final Pauses pauses;

  public Processes(Function<ServiceName, Instance> probes, Pauses pauses) {
    this.probes = probes;
    this.pauses = pauses;
  }

  void pause(Duration duration) {
    pauses.pause(duration);
  }

  /** Whether somebody answers there, well or not. */
  boolean answers(Homes.Place place) {
    return probes.apply(place.service()).look(place.endpoint()).isSuccess();
  }

  /**
   * Waits for a minute at most until all that a process hosts are well; says of each that is not
   * why, and what a process that has ended said.
   */
  Result<Done> await(Device device, String name, List<Homes.Place> places) {
    List<String> last = List.of();
    for (int looks = 0; looks < LOOKS_MAX; looks++) {
      last = unwell(places);
      if (last.isEmpty()) {
        return Result.success(Done.DONE);
      }
      if (device.isRunning(name) instanceof Result.Success<Boolean>(Boolean alive) && !alive) {
        return FleetReason.ROLLBACK_REFUSED.failure(
            "%s on %s ended: %s".formatted(name, device.id(), device.said(name)));
      }
      pauses.pause(LOOK_INTERVAL);
    }
    return FleetReason.ROLLBACK_REFUSED.failure(
        "not well after a minute: " + String.join("; ", last));
  }

  /** Everything that is not well, each with the reason. */
  List<String> unwell(List<Homes.Place> places) {
    List<String> faults = new ArrayList<>();
    for (Homes.Place place : places) {
      String fault =
          switch (probes.apply(place.service()).look(place.endpoint())) {
            case Result.Success<Instance.Seen>(Instance.Seen seen) ->
                seen.healthy() ? "" : seen.reason();
            case Result.Failure<Instance.Seen>(Problem problem) -> problem.message();
          };
      if (!fault.isEmpty()) {
        faults.add("%s on %s: %s".formatted(place.service().key(), place.device(), fault));
      }
    }
    return faults;
  }
}
