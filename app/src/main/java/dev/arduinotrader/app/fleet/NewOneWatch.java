package dev.arduinotrader.app.fleet;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.placement.Endpoint;

/** Judges a service that has just taken over: by its health, and by how its calls end. */
final class NewOneWatch {
  private static final int BAD_LOOKS_MAX = 2;
  private static final long CALLS_MIN = 20;
  private static final long FAILED_SHARE_MAX = 20;

  private final Instance instance;
  private final Endpoint endpoint;
  private int badLooks;
  private long answered;
  private long failed;

  NewOneWatch(Instance instance, Endpoint endpoint) {
    this.instance = instance;
    this.endpoint = endpoint;
  }

  /** What is wrong with it, seen twice in a row or in more than a twentieth of its calls. */
  String look() {
    return switch (instance.look(endpoint)) {
      case Result.Failure<Instance.Seen>(Problem problem) -> bad(problem.message());
      case Result.Success<Instance.Seen>(Instance.Seen seen) -> {
        answered = seen.answered();
        failed = seen.failed();
        if (answered >= CALLS_MIN && failed * FAILED_SHARE_MAX > answered) {
          yield summary();
        }
        if (seen.healthy()) {
          badLooks = 0;
          yield "";
        }
        yield bad(seen.reason());
      }
    };
  }

  private String bad(String reason) {
    badLooks++;
    return badLooks >= BAD_LOOKS_MAX ? reason : "";
  }

  /** Such as {@code 412 calls answered, 0 failed}. */
  String summary() {
    return "%d calls answered, %d failed".formatted(answered, failed);
  }
}
