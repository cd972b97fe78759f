package dev.arduinotrader.gateway.cycle;

import dev.arduinotrader.gateway.GatewayReason;
import dev.arduinotrader.kernel.result.ProblemException;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProcessFacts;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.call.TraderService;
import dev.arduinotrader.platform.time.TraderClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether the clocks of several processes tell the same time, as those who trade must. */
final class ClockAgreement {
  /** More than this between two clocks and nobody trades. */
  static final Duration SKEW_MAX = Duration.ofSeconds(2);

  private final TraderClock clock;

  ClockAgreement(TraderClock clock) {
    this.clock = clock;
  }

  /**
   * Asks each service for its clock. Clocks that were started at a chosen instant need the same one
   * only: each began to run when its process started.
   *
   * @throws ProblemException when a clock was started on another instant, is more than two seconds
   *     off, or is not told
   */
  void require(CallContext context, List<? extends TraderService> services) {
    for (TraderService service : services) {
      Instant asked = clock.now();
      ServiceHealth health = service.healthCheck(context).orElseThrow();
      Instant answered = clock.now();
      requireOneStart(health);
      if (!clock.isChosen()) {
        requireOneTime(health.process(), asked, answered);
      }
    }
  }

  private void requireOneStart(ServiceHealth health) {
    if (!health.clockBase().equals(clock.base())) {
      throw new ProblemException(
          GatewayReason.CLOCKS_DIFFER.problem(
              "expected all clocks started on '%s', found one on '%s'"
                      .formatted(clock.base(), health.clockBase())
                  + "\nMaybe restart all services with the same --as-of, or all without."));
    }
  }

  /** The other clock was read at some moment between question and answer: most likely halfway. */
  private static void requireOneTime(
      Optional<ProcessFacts> process, Instant asked, Instant answered) {
    if (process.isEmpty()) {
      throw new ProblemException(
          GatewayReason.CLOCK_SKEW.problem(
              "expected every service to tell the time, found one that does not"
                  + "\nMaybe it runs an older version: update it."));
    }
    Instant halfway = asked.plus(Duration.between(asked, answered).dividedBy(2));
    Duration ahead = Duration.between(halfway, process.get().now());
    if (ahead.abs().compareTo(SKEW_MAX) > 0) {
      throw new ProblemException(
          GatewayReason.CLOCK_SKEW.problem(
              "expected clocks at most %d s apart, found the one of process %s %s s %s"
                      .formatted(
                          SKEW_MAX.toSeconds(),
                          process.get().instanceId(),
                          Double.toString(ahead.abs().toMillis() / 1000.0),
                          ahead.isNegative() ? "behind" : "ahead")
                  + "\nMaybe set the device's clock: timedatectl set-ntp true."));
    }
  }
}
