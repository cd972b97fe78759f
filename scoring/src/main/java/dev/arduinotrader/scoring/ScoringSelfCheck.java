package dev.arduinotrader.scoring;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.market.PriceSeries;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.scoring.model.Assessment;
import dev.arduinotrader.scoring.model.SecurityScorer;
import dev.arduinotrader.universe.UniverseService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Scores a built-in series whose score is known, and asks universe how it is. */
final class ScoringSelfCheck {
  /** Of 300 closes 100 + 10 sin(t/7) + 0.1 t on days in a row, with the default parameters. */
  private static final double EXPECTED_TOTAL = 0.796846668;

  private static final double TOLERANCE = 1e-6;
  private static final int CLOSES = 300;
  private static final int FIRST_EPOCH_DAY = 16_436;
  private static final Duration UNIVERSE_WAIT_MAX = Duration.ofSeconds(2);

  private final UniverseService universe;
  private final TraderClock clock;
  private final String version;

  ScoringSelfCheck(UniverseService universe, TraderClock clock, String version) {
    this.universe = universe;
    this.clock = clock;
    this.version = version;
  }

  ServiceHealth run(CallContext context) {
    List<ServiceHealth.Check> checks = List.of(builtIn(), askUniverse(context));
    boolean healthy = checks.stream().allMatch(ServiceHealth.Check::healthy);
    String status =
        healthy
            ? "scores are right and universe answers"
            : checks.stream()
                .filter(check -> !check.healthy())
                .map(check -> check.name() + ": " + check.detail())
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    return new ServiceHealth(healthy, version, status, clock.base(), checks);
  }

  private static ServiceHealth.Check builtIn() {
    Optional<Assessment> assessment =
        SecurityScorer.assess(builtInSeries(), ScoringParameters.DEFAULT);
    double total = assessment.map(Assessment::total).orElse(Double.NaN);
    return new ServiceHealth.Check(
        "score",
        Math.abs(total - EXPECTED_TOTAL) <= TOLERANCE,
        "expected %s for the built-in series, found %s".formatted(EXPECTED_TOTAL, total));
  }

  private static PriceSeries builtInSeries() {
    int[] days = new int[CLOSES];
    double[] closes = new double[CLOSES];
    for (int t = 0; t < CLOSES; t++) {
      days[t] = FIRST_EPOCH_DAY + t;
      closes[t] = 100 + 10 * Math.sin(t / 7.0) + 0.1 * t;
    }
    return PriceSeries.of(PriceBasis.RAW, days, closes);
  }

  private ServiceHealth.Check askUniverse(CallContext context) {
    return switch (universe.healthCheck(context.within(UNIVERSE_WAIT_MAX))) {
      case Result.Success<ServiceHealth>(ServiceHealth health) ->
          new ServiceHealth.Check("universe", health.healthy(), health.status());
      case Result.Failure<ServiceHealth>(Problem problem) ->
          new ServiceHealth.Check("universe", false, problem.toString());
    };
  }
}
