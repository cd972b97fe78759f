package dev.arduinotrader.platform.alert.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The four rules: three failed health checks in a row; a mean above 1,000 ms for five minutes;
 * fewer than 95 % of at least 20 calls succeed, over the last five minutes or as far back as those
 * 20 reach; an open circuit breaker; and conditions that others judge. An alert ends on evidence
 * only, never because nothing is seen.
 */
public final class AlertRules {
  private static final int FAILURES_IN_ROW = 3;
  private static final double SUCCESS_MIN = 0.95;

  /**
   * What an observation led to.
   *
   * @param next the state from now on
   * @param news what began or ended with it, each told once
   */
  public record Step(AlertState next, List<AlertNews> news) {}

  private AlertRules() {}

  private record Judged(AlertRule rule, String subject, Verdict verdict) {}

  /** Takes one observation of each service; what is not observed stays as it was. */
  public static Step step(
      AlertState state,
      List<ServiceObservation> observations,
      List<ConditionSeen> conditions,
      Instant now) {
    SortedMap<String, CallWatch> calls = new TreeMap<>(state.calls());
    List<Judged> judged = new ArrayList<>();
    for (ServiceObservation seen : observations) {
      CallWatch watch = calls.getOrDefault(seen.service(), CallWatch.NONE).after(seen.calls());
      calls.put(seen.service(), watch);
      judged.addAll(judged(seen, watch));
    }
    for (ConditionSeen seen : conditions) {
      Verdict verdict =
          seen.holds() ? new Verdict.Holds(seen.text()) : new Verdict.Over(seen.text());
      judged.add(new Judged(seen.rule(), seen.subject(), verdict));
    }
    List<FiringAlert> firing = new ArrayList<>(state.firing());
    List<AlertNews> news = new ArrayList<>();
    for (Judged one : judged) {
      Optional<FiringAlert> before = state.firing(one.rule(), one.subject());
      switch (one.verdict()) {
        case Verdict.Holds(String text) when before.isEmpty() -> {
          FiringAlert alert = new FiringAlert(one.rule(), one.subject(), now, text);
          firing.add(alert);
          news.add(new AlertNews.Began(alert));
        }
        case Verdict.Over(String text) when before.isPresent() -> {
          firing.remove(before.get());
          news.add(new AlertNews.Ended(before.get(), now, text));
        }
        case Verdict.Holds _ -> {}
        case Verdict.Over _ -> {}
        case Verdict.Unclear _ -> {}
      }
    }
    return new Step(new AlertState(calls, firing), List.copyOf(news));
  }

  private static List<Judged> judged(ServiceObservation seen, CallWatch watch) {
    String service = seen.service();
    return List.of(
        new Judged(AlertRule.SERVICE_DOWN, service, health(seen.health())),
        new Judged(AlertRule.SLOW_ANSWERS, service, speed(watch)),
        new Judged(AlertRule.FAILING_CALLS, service, success(watch)),
        new Judged(AlertRule.CIRCUIT_OPEN, service, circuit(seen.circuit())));
  }

  private static Verdict health(HealthSeen health) {
    if (health.failuresInRow() >= FAILURES_IN_ROW) {
      return new Verdict.Holds(
          "%d health checks failed in a row: %s"
              .formatted(health.failuresInRow(), health.reason()));
    }
    return health.answered() && health.failuresInRow() == 0
        ? new Verdict.Over("its health check succeeded: " + health.reason())
        : new Verdict.Unclear();
  }

  private static Verdict speed(CallWatch watch) {
    if (watch.isSlow()) {
      return new Verdict.Holds(
          "calls took more than 1,000 ms on average for 5 minutes, lately "
              + Math.round(watch.lastMeanMillis())
              + " ms");
    }
    return watch.slowSince() == null
        ? new Verdict.Over("its calls take 1,000 ms or less on average, or there are none")
        : new Verdict.Unclear();
  }

  private static Verdict success(CallWatch watch) {
    if (watch.recentCalls() < CallWatch.CALLS_MIN) {
      return new Verdict.Unclear();
    }
    double success = watch.recentSuccess();
    String figures =
        String.format(
            Locale.ROOT,
            "%.1f %% of the last %d calls succeeded",
            100 * success,
            watch.recentCalls());
    return success < SUCCESS_MIN ? new Verdict.Holds(figures) : new Verdict.Over(figures);
  }

  private static Verdict circuit(CircuitSeen circuit) {
    return switch (circuit) {
      case OPEN -> new Verdict.Holds("a circuit breaker before it is open after failures in a row");
      case HALF_OPEN -> new Verdict.Unclear();
      case CLOSED -> new Verdict.Over("every circuit breaker before it is closed");
    };
  }
}
