package dev.arduinotrader.brokers.wire;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.time.Pauses;
import dev.arduinotrader.platform.time.TraderClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

  private final Wire wire;
  private final TokenBucket budget;
  private final TraderClock clock;
  private final Pauses pauses;
  private final DoubleSupplier jitter;
  private final Duration restWhenLimited;
  private final Turns turns;

  /**
   * @param budget every attempt takes one token of it
   * @param jitter numbers from 0 to 1
   */
  public PacedWire(
      Wire wire, TokenBucket budget, TraderClock clock, Pauses pauses, DoubleSupplier jitter) {
    this(wire, budget, clock, pauses, jitter, Duration.ZERO);
  }

  /**
   * @param budget every attempt takes one token of it
   * @param jitter numbers from 0 to 1
   * @param restWhenLimited how long to rest after a status of 429 that does not say how long; zero
   *     for no longer than after other faults
   */
  public PacedWire(
      Wire wire,
      TokenBucket budget,
      TraderClock clock,
      Pauses pauses,
      DoubleSupplier jitter,
      Duration restWhenLimited) {
    this.wire = wire;
    this.budget = budget;
    this.clock = clock;
    this.pauses = pauses;
    this.jitter = jitter;
    this.restWhenLimited = restWhenLimited;
    this.turns = new Turns(budget, clock, pauses);
  }

  /** The answer with a status of success, or the fault of the last attempt. */
  public Result<WireReply> send(WireRequest request, RetryPolicy retry) {
    return send(() -> request, retry, Urgency.CANDLES);
  }

  /**
   * The same, before all requests that are less urgent and still wait for their turn.
   *
   * @param made makes the request anew for each attempt when its turn has come, so that what it
   *     says of the time is true
   */
  public Result<WireReply> send(Supplier<WireRequest> made, RetryPolicy retry, Urgency urgency) {
    return send(made, retry, urgency, Set.of());
  }

  /**
   * The same, where some statuses are answers as well.
   *
   * @param answers statuses, beside those of success, that say what was asked
   */
  public Result<WireReply> send(
      Supplier<WireRequest> made, RetryPolicy retry, Urgency urgency, Set<Integer> answers) {
    return send(made, retry, urgency, answers, null);
  }

  private Result<WireReply> send(
      Supplier<WireRequest> made,
      RetryPolicy retry,
      Urgency urgency,
      Set<Integer> answers,
      @Nullable Deadline deadline) {
    for (int attempt = 1; ; attempt++) {
      boolean turn = turns.await(urgency);
      WireRequest request = made.get();
      if (Thread.currentThread().isInterrupted()) {
        return WireReason.WIRE_INTERRUPTED.failure("gave up before sending " + request);
      }
      if (!turn) {
        return WireReason.WIRE_RATE_LIMITED.failure(
            "expected a turn for %s within %s s, found more requests waiting or a longer rest asked"
                .formatted(request, urgency.waitMax().toSeconds()));
      }
      if (!isInTime(request, deadline)) {
        return WireReason.WIRE_NOT_SENT.failure(
            "expected %s s for %s before it would be too late, found less\nMaybe the broker is slow."
                .formatted(request.timeout().toMillis() / 1000.0, request));
      }
      Result<WireReply> sent = wire.send(request);
      Result<WireReply> answer =
          sent.then(
              reply ->
                  answers.contains(reply.status()) ? Result.success(reply) : judge(request, reply));
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

  /**
   * Sends once what must not happen later than at a deadline: not at all when, its turn having
   * come, the deadline is nearer than the request's own timeout.
   *
   * @param answers statuses, beside those of success, that say what was asked
   */
  public Result<WireReply> sendOnceBefore(
      Deadline deadline, Supplier<WireRequest> made, Set<Integer> answers) {
    return send(made, RetryPolicy.ONCE, Urgency.ORDER, answers, deadline);
  }

  private static boolean isInTime(WireRequest request, @Nullable Deadline deadline) {
    return deadline == null || deadline.remaining().compareTo(request.timeout()) >= 0;
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
    if (!(sent instanceof Result.Success<WireReply>(WireReply reply)) || reply.isOk()) {
      return Optional.empty();
    }
    return reply
        .retryAfter()
        .flatMap(header -> RetryAfter.read(header, clock.now()))
        .or(() -> reply.status() == 429 ? Optional.of(restWhenLimited) : Optional.empty());
  }
}
