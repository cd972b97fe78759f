package dev.arduinotrader.scoring.model;

import dev.arduinotrader.kernel.market.PriceSeries;
import dev.arduinotrader.scoring.GroupScore;
import dev.arduinotrader.scoring.ScoringParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sums up what a security's own closes tell about it.
 *
 * <p>The parts of long_term share one window, all closes given (up to ten years), so that growth
 * and risk speak of the same time; the drawdown of short_term looks at the last 365 closes;
 * technicals smooth over all closes. A part that cannot be measured is left out: its weight goes to
 * the others and the coverage says so.
 */
public final class SecurityScorer {
  /** About ten years of trading days: more is not used. */
  public static final int BARS_MAX = 2_520;

  private static final int GROWTH_MONTHS_MAX = 120;
  private static final int DRAWDOWN_BARS_MAX = 365;
  private static final int EMA_LENGTH = 200;
  private static final int RSI_LENGTH = 14;
  private static final int BOLLINGER_LENGTH = 20;
  private static final double BOLLINGER_DEVIATIONS = 2;

  private SecurityScorer() {}

  /**
   * The score of these closes; empty when no part of a group with weight could be measured.
   *
   * @param series what {@link HistoryRules} accepts; the latest {@link #BARS_MAX} closes are used
   */
  public static Optional<Assessment> assess(PriceSeries series, ScoringParameters parameters) {
    PriceSeries used = series.size() > BARS_MAX ? series.last(BARS_MAX) : series;
    double[] closes = used.closes();
    List<GroupScore> groups = new ArrayList<>();
    longTerm(used, closes, parameters).ifPresent(groups::add);
    shortTerm(used, closes, parameters).ifPresent(groups::add);
    technicals(closes, parameters).ifPresent(groups::add);
    return sum(groups, parameters);
  }

  private static Optional<GroupScore> longTerm(
      PriceSeries series, double[] closes, ScoringParameters parameters) {
    ReturnStatistics returns = ReturnStatistics.of(closes);
    return new GroupBuilder("long_term", parameters.longTermWeight())
        .part(
            "cagr",
            0.40,
            MonthlyMeans.of(series).annualGrowth(GROWTH_MONTHS_MAX),
            new GrowthBell(parameters.targetAnnualReturn()))
        .part("sortino", 0.35, returns.sortino(), ScoreTables.SORTINO)
        .part("sharpe", 0.25, returns.sharpe(), ScoreTables.SHARPE)
        .build();
  }

  private static Optional<GroupScore> shortTerm(
      PriceSeries series, double[] closes, ScoringParameters parameters) {
    double[] recent = series.last(DRAWDOWN_BARS_MAX).closes();
    return new GroupBuilder("short_term", parameters.shortTermWeight())
        .part("momentum", 0.50, Momentum.blended(closes), ScoreTables.MOMENTUM)
        .part(
            "drawdown",
            0.50,
            Drawdown.deepest(recent),
            fall -> ScoreTables.DRAWDOWN.applyAsDouble(-fall))
        .build();
  }

  private static Optional<GroupScore> technicals(double[] closes, ScoringParameters parameters) {
    double last = closes[closes.length - 1];
    return new GroupBuilder("technicals", parameters.technicalsWeight())
        .part("rsi", 0.35, RelativeStrength.index(closes, RSI_LENGTH), ScoreTables.RSI)
        .part(
            "bollinger",
            0.35,
            BollingerBands.of(closes, BOLLINGER_LENGTH, BOLLINGER_DEVIATIONS)
                .map(bands -> bands.position(last))
                .orElseGet(java.util.OptionalDouble::empty),
            ScoreTables.BOLLINGER)
        .part(
            "ema_distance",
            0.30,
            MovingAverages.exponentialDistance(closes, EMA_LENGTH),
            ScoreTables.EMA_DISTANCE)
        .build();
  }

  private static Optional<Assessment> sum(List<GroupScore> groups, ScoringParameters parameters) {
    double wanted =
        parameters.longTermWeight() + parameters.shortTermWeight() + parameters.technicalsWeight();
    double found = 0;
    double covered = 0;
    double total = 0;
    for (GroupScore group : groups) {
      found += group.weight();
      covered += group.weight() * group.coverage();
      total += group.weight() * group.score();
    }
    return found > 0
        ? Optional.of(
            new Assessment(Math.min(total / found, 1), Math.min(covered / wanted, 1), groups))
        : Optional.empty();
  }
}
