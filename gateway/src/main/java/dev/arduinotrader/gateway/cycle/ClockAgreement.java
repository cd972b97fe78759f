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

/** Whether the clocks of several processes tell the same time, as those who trade must. */
final class ClockAgreement {
  /** More than this between two clocks and nobody trades. */
  static final Duration SKEW_MAX = Duration.ofSeconds(2);

  private static final int ASKED_MAX = 3;

  private final TraderClock clock;

  ClockAgreement(TraderClock clock) {
    this.clock = clock;
  }

  /**
   * Asks each service for its clock. Clocks that were started at a chosen instant need the same one
   * only: each began to run when its process started.
   *
   * @throws ProblemException when a clock was started on another instant, is more than two seconds
   *     off, is not told, or when the line is too slow to tell
   */
  void require(CallContext context, List<? extends TraderService> services) {
    services.forEach(service -> require(context, service));
  }

  private void require(CallContext context, TraderService service) {
    for (int attempt = 1; attempt <= ASKED_MAX; attempt++) {
      Instant asked = clock.now();
      ServiceHealth health = service.healthCheck(context).orElseThrow();
      Instant answered = clock.now();
      requireOneStart(health);
      if (clock.isChosen() || agrees(process(health), asked, answered)) {
        return;
      }
    }
    throw new ProblemException(
        GatewayReason.CLOCK_UNSURE.problem(
            "expected an answer to the question for the time soon enough to compare clocks,"
                + " found %d that came too late\nMaybe the line is bad; plan again when it is not."
                    .formatted(ASKED_MAX)));
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

  private static ProcessFacts process(ServiceHealth health) {
    return health
        .process()
        .orElseThrow(
            () ->
                new ProblemException(
                    GatewayReason.CLOCK_SKEW.problem(
                        "expected every service to tell the time, found one that does not"
                            + "\nMaybe it runs an older version: update it.")));
  }

  /** False when the line was too slow to tell. */
  private static boolean agrees(ProcessFacts process, Instant asked, Instant answered) {
    ClockReading reading = ClockReading.of(process.now(), asked, answered);
    return switch (reading.judge(SKEW_MAX)) {
      case AGREE -> true;
      case UNSURE -> false;
      case APART ->
          throw new ProblemException(
              GatewayReason.CLOCK_SKEW.problem(
                  "expected clocks at most %d s apart, found the one of process %s %s"
                          .formatted(SKEW_MAX.toSeconds(), process.instanceId(), reading.shown())
                      + "\nMaybe set the device's clock: timedatectl set-ntp true."));
    };
  }
}
