package dev.arduinotrader.app.fleet;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.time.Pauses;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a move of state works with.
 *
 * @param devices all of the fleet, by id
 * @param healthy waits for a service that was started
 * @param processes waits for everything that a process hosts
 * @param orders trading and the books, wherever they are called
 * @param progress hears of every step when it is done
 */
record StateMoveTools(
    Map<String, Device> devices,
    HealthyWait healthy,
    Processes processes,
    Orders orders,
    Pauses pauses,
    Consumer<String> progress) {
  private static final Duration TRY_INTERVAL = Duration.ofSeconds(1);
  private static final int TRIES_MAX = 60;

  Device device(String id) {
    return Objects.requireNonNull(devices.get(id), id);
  }

  /** The same on every device, until one fails. */
  Result<Done> each(Function<Device, Result<Done>> work) {
    Result<Done> all = Result.success(Done.DONE);
    for (Device device : devices.values()) {
      all = all.then(done -> work.apply(device));
    }
    return all;
  }

  /** Puts these files in place everywhere. */
  Result<Done> write(Map<String, Configuration> files) {
    return each(device -> device.write(Objects.requireNonNull(files.get(device.id()))));
  }

  /** Asks until it succeeds, for a minute: processes need a moment to start and to turn. */
  <R> Result<R> insist(Supplier<Result<R>> question) {
    Result<R> answer = question.get();
    for (int tries = 1; tries < TRIES_MAX; tries++) {
      if (!(answer instanceof Result.Failure<R>(Problem problem)) || !passes(problem)) {
        return answer;
      }
      pauses.pause(TRY_INTERVAL);
      answer = question.get();
    }
    return answer;
  }

  /** Differences with a broker do not go by waiting. */
  private static boolean passes(Problem problem) {
    return switch (problem.kind()) {
      case UNAVAILABLE, DEADLINE_EXCEEDED, UNKNOWN, INTERNAL, RESOURCE_EXHAUSTED -> true;
      case FAILED_PRECONDITION ->
          problem.code().equals("DEPLOYMENT_OLD") || problem.code().equals("BOOKS_BEHIND");
      case INVALID_ARGUMENT,
          NOT_FOUND,
          ALREADY_EXISTS,
          PERMISSION_DENIED,
          CANCELLED,
          UNIMPLEMENTED ->
          false;
    };
  }
}
