package dev.arduinotrader.optimization;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.optimization.model.ActiveSetSolver;
import dev.arduinotrader.optimization.model.QuadraticOutcome;
import dev.arduinotrader.optimization.model.QuadraticProgram;
import dev.arduinotrader.optimization.model.WeightBounds;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.universe.UniverseService;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Solves a built-in problem whose answer is known, and asks universe how it is. */
final class OptimizationSelfCheck {
  /**
   * The example of Maillard, Roncalli and Teiletche (2010): volatilities of 10, 20, 30 and 40 %,
   * correlations of 0.8 and -0.5, and its long-only weights of least variance.
   */
  private static final double[][] COVARIANCE = {
    {0.01, 0.016, 0, 0}, {0.016, 0.04, 0, 0}, {0, 0, 0.09, -0.06}, {0, 0, -0.06, 0.16}
  };

  private static final double[] EXPECTED = {0.744828, 0, 0.151724, 0.103448};
  private static final double TOLERANCE = 1e-6;
  private static final Duration UNIVERSE_WAIT_MAX = Duration.ofSeconds(2);

  private final UniverseService universe;
  private final TraderClock clock;
  private final String version;

  OptimizationSelfCheck(UniverseService universe, TraderClock clock, String version) {
    this.universe = universe;
    this.clock = clock;
    this.version = version;
  }

  ServiceHealth run(CallContext context) {
    List<ServiceHealth.Check> checks = List.of(builtIn(), askUniverse(context));
    boolean healthy = checks.stream().allMatch(ServiceHealth.Check::healthy);
    String status =
        healthy
            ? "the solver is right and universe answers"
            : checks.stream()
                .filter(check -> !check.healthy())
                .map(check -> check.name() + ": " + check.detail())
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    return new ServiceHealth(healthy, version, status, clock.base(), checks);
  }

  private static ServiceHealth.Check builtIn() {
    WeightBounds bounds = new WeightBounds(new double[4], new double[] {1, 1, 1, 1}, 1);
    QuadraticProgram program = QuadraticProgram.minimumVariance(COVARIANCE, bounds);
    return switch (ActiveSetSolver.solve(program)) {
      case QuadraticOutcome.Solved solved ->
          new ServiceHealth.Check(
              "solver",
              isExpected(solved.weights()),
              "expected %s, found %s with a residual of %s"
                  .formatted(
                      Arrays.toString(EXPECTED),
                      Arrays.toString(solved.weights()),
                      solved.kktResidual()));
      case QuadraticOutcome.Infeasible infeasible ->
          new ServiceHealth.Check("solver", false, infeasible.toString());
      case QuadraticOutcome.NotProven notProven ->
          new ServiceHealth.Check("solver", false, notProven.toString());
    };
  }

  private static boolean isExpected(double[] weights) {
    for (int i = 0; i < EXPECTED.length; i++) {
      if (!(Math.abs(weights[i] - EXPECTED[i]) <= TOLERANCE)) {
        return false;
      }
    }
    return true;
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
