package dev.arduinotrader.brokers.wire;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.time.Pauses;
import dev.arduinotrader.platform.time.TraderClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;

/**
 * Sends within a rate budget, tries again after transient faults only, and turns every status that
 * is no success into its reason.
 */
public final class PacedWire {
  /** What an attempt can die of without the next one being hopeless. */
  private static final Set<WireReason> TRANSIENT =
      Set.of(
          WireReason.WIRE_NOT_SENT,
          WireReason.WIRE_LOST,
          WireReason.WIRE_TIMEOUT,
          WireReason.WIRE_RATE_LIMITED,
          WireReason.WIRE_UNAVAILABLE);

  /** Whoever would have to wait longer for the budget is refused instead. */
  private static final Duration TURN_WAIT_MAX = Duration.ofSeconds(60);

  private final Wire wire;
  private final TokenBucket budget;
  private final TraderClock clock;
  private final Pauses pauses;
  private final DoubleSupplier jitter;

  /**
   * @param budget every attempt takes one token of it
   * @param jitter numbers from 0 to 1
   */
  public PacedWire(
      Wire wire, TokenBucket budget, TraderClock clock, Pauses pauses, DoubleSupplier jitter) {
    this.wire = wire;
    this.budget = budget;
    this.clock = clock;
    this.pauses = pauses;
    this.jitter = jitter;
  }

  /** The answer with a status of success, or the fault of the last attempt. */
  public Result<WireReply> send(WireRequest request, RetryPolicy retry) {
    for (int attempt = 1; ; attempt++) {
      Optional<Duration> turn = budget.take(clock.now(), TURN_WAIT_MAX);
      if (turn.isEmpty()) {
        return WireReason.WIRE_RATE_LIMITED.failure(
            "expected a turn for %s within %s s, found more requests waiting or a longer rest asked"
                .formatted(request, TURN_WAIT_MAX.toSeconds()));
      }
      pauses.pause(turn.get());
      if (Thread.currentThread().isInterrupted()) {
        return WireReason.WIRE_INTERRUPTED.failure("gave up before sending " + request);
      }
      Result<WireReply> sent = wire.send(request);
      Result<WireReply> answer = sent.then(reply -> judge(request, reply));
      if (!(answer instanceof Result.Failure<WireReply>(Problem problem))
          || attempt >= retry.attemptsMax()
          || !isTransient(problem)) {
        return answer;
      }
      Duration pause = retry.pauseAfter(attempt, jitter.getAsDouble());
      Duration asked = wanted(sent).orElse(Duration.ZERO);
      if (asked.compareTo(retry.pauseMax()) > 0) {
        return answer;
      }
      pauses.pause(asked.compareTo(pause) > 0 ? asked : pause);
    }
  }

  private static boolean isTransient(Problem problem) {
    return TRANSIENT.stream().anyMatch(reason -> reason.name().equals(problem.code()));
  }

  private Result<WireReply> judge(WireRequest request, WireReply reply) {
    if (reply.isOk()) {
      return Result.success(reply);
    }
    String found =
        "expected an answer to %s, found HTTP status %d: %s"
            .formatted(request, reply.status(), reply.beginning());
    return switch (reply.status()) {
      case 429 -> {
        wanted(Result.success(reply)).ifPresent(wait -> budget.holdUntil(clock.now().plus(wait)));
        yield WireReason.WIRE_RATE_LIMITED.failure(found);
      }
      case 401, 403 ->
          WireReason.WIRE_AUTH.failure(found + "\nMaybe the keys are wrong or blocked there.");
      case 408, 425, 500, 502, 503, 504, 520, 521, 522, 523, 524 ->
          WireReason.WIRE_UNAVAILABLE.failure(found);
      default -> WireReason.WIRE_REJECTED.failure(found);
    };
  }

  private Optional<Duration> wanted(Result<WireReply> sent) {
    return sent instanceof Result.Success<WireReply>(WireReply reply) && !reply.isOk()
        ? reply.retryAfter().flatMap(header -> RetryAfter.read(header, clock.now()))
        : Optional.empty();
  }
}
