package dev.arduinotrader.portfolio.model.performance;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.Measure;
import dev.arduinotrader.portfolio.Performance;
import dev.arduinotrader.portfolio.Performance.Attributed;
import dev.arduinotrader.portfolio.Performance.Dimension;
import dev.arduinotrader.portfolio.PerformanceQuery;
import dev.arduinotrader.portfolio.SnapshotSecurity;
import dev.arduinotrader.portfolio.model.performance.TimeWeighted.DayReturn;
import dev.arduinotrader.portfolio.model.performance.WalkedDay.Sums;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Computes everything that is said about an account's performance in a period. */
public final class PerformanceReport {
  private static final int FALLS_MAX = 20;
  private static final int DAYS_PER_YEAR = 365;

  private final PerformanceQuery query;
  private final Facts facts;
  private final List<WalkedDay> walked;
  private final FigureSheet sheet;

  /**
   * What the figures are made from.
   *
   * @param market closes as stored, and rates
   * @param benchmark total-return closes of the benchmark's parts, with the same rates
   * @param securities names of segments by ISIN
   */
  public record Facts(
      MarketHistory market, MarketHistory benchmark, Map<Isin, SnapshotSecurity> securities) {}

  private PerformanceReport(PerformanceQuery query, Facts facts, List<WalkedDay> walked) {
    this.query = query;
    this.facts = facts;
    this.walked = walked;
    this.sheet = new FigureSheet(window(walked, query));
  }

  /** The performance of these movements; figures that cannot be computed say why. */
  public static Performance of(
      Collection<BrokerMovement> movements, Facts facts, PerformanceQuery query) {
    List<WalkedDay> walked = HistoryWalk.days(movements, facts.market(), query.from(), query.to());
    PerformanceReport report = new PerformanceReport(query, facts, walked);
    if (walked.isEmpty()) {
      return report.nothing("the account has no entry by " + query.to());
    }
    Optional<WalkedDay> unknown = walked.stream().filter(day -> !day.isKnown()).findFirst();
    return unknown
        .map(
            day ->
                report.nothing(
                    "the value of %s is not known: %s"
                        .formatted(day.date(), String.join("; ", day.unknown()))))
        .orElseGet(report::whole);
  }

  private static String window(List<WalkedDay> walked, PerformanceQuery query) {
    return "%s to %s"
        .formatted(walked.isEmpty() ? query.from() : walked.getFirst().date(), query.to());
  }

  private Performance nothing(String reason) {
    return performance(
        reason,
        List.of(),
        null,
        query.benchmark().isEmpty()
            ? List.of()
            : Arrays.stream(Dimension.values())
                .map(dimension -> new Attributed(dimension, null, List.of(), reason))
                .toList());
  }

  private Performance whole() {
    ValueHistory history = new ValueHistory(walked.stream().map(WalkedDay::value).toList());
    List<DayReturn> returns = TimeWeighted.daily(history);
    List<Drawdown> falls = Drawdown.of(history.from(), returns);
    putMoney(history);
    putReturns(history, returns, falls);
    if (query.benchmark().isEmpty()) {
      return performance("no benchmark was asked for", falls, null, List.of());
    }
    BlendedBenchmark benchmark = new BlendedBenchmark(query.benchmark(), facts.benchmark());
    String missing = benchmark.whyNone(history.from());
    if (!missing.isEmpty()) {
      return performance(missing, falls, null, split(benchmark, missing));
    }
    BenchmarkComparison comparison = compare(history, returns, benchmark);
    return performance("", falls, comparison, split(benchmark, ""));
  }

  private void putMoney(ValueHistory history) {
    double start = history.days().getFirst().value();
    double end = history.days().getLast().value();
    double flows = history.days().stream().skip(1).mapToDouble(DayValue::flow).sum();
    Sums sums = walked.stream().skip(1).map(WalkedDay::sums).reduce(Sums.NONE, Sums::plus);
    sheet.put(Measure.START_VALUE, start);
    sheet.put(Measure.END_VALUE, end);
    sheet.put(Measure.NET_FLOWS, flows);
    sheet.put(Measure.GAIN, end - start - flows);
    sheet.put(Measure.INCOME, sums.income());
    sheet.put(Measure.COSTS, sums.costs());
    sheet.put(
        Measure.TURNOVER_PER_YEAR,
        Turnover.perYear(history, sums.bought(), sums.sold()),
        window(walked, query),
        "there is no mean value above zero over a period of at least a day");
    sheet.put(Measure.MONEY_WEIGHTED_PER_YEAR, MoneyWeighted.rate(MoneyWeighted.flowsOf(history)));
  }

  private void putReturns(ValueHistory history, List<DayReturn> returns, List<Drawdown> falls) {
    String window = returnsWindow(history, returns);
    OptionalDouble linked = TimeWeighted.linked(returns);
    String none = "there is no day after a day with something invested";
    sheet.put(Measure.TIME_WEIGHTED_RETURN, linked, window, none);
    OptionalDouble perYear =
        linked.isEmpty() ? linked : TimeWeighted.annualised(linked.getAsDouble(), returns.size());
    sheet.put(Measure.TIME_WEIGHTED_PER_YEAR, perYear, window, none);
    double deepest = falls.isEmpty() ? 0 : falls.getFirst().depth();
    if (!returns.isEmpty()) {
      sheet.put(Measure.DEEPEST_DRAWDOWN, deepest, window);
    }
    RiskFigures risk =
        RiskFigures.of(
            returns, RiskFigures.Grid.CALENDAR_DAYS, query.annualRiskFree(), perYear, deepest);
    String few = "there are fewer than two daily returns, or none of them differs";
    sheet.put(Measure.VOLATILITY_PER_YEAR, risk.annualVolatility(), window, few);
    sheet.put(Measure.SHARPE, risk.sharpe(), riskWindow(window), few);
    sheet.put(
        Measure.SORTINO,
        risk.sortino(),
        riskWindow(window),
        "no daily return fell short of the risk-free rate, or there are fewer than two");
    sheet.put(Measure.CALMAR, risk.calmar(), window, "there is no drawdown");
    if (returns.isEmpty()) {
      sheet.absent(Measure.DEEPEST_DRAWDOWN, none);
    }
  }

  private String riskWindow(String window) {
    return window + ", risk-free %s a year".formatted(query.annualRiskFree());
  }

  private static String returnsWindow(ValueHistory history, List<DayReturn> returns) {
    String extrapolated =
        ChronoUnit.DAYS.between(history.from(), history.to()) < DAYS_PER_YEAR
            ? "; yearly figures extrapolate, it is less than a year"
            : "";
    return "%s to %s, %d daily returns (every calendar day)%s"
        .formatted(history.from(), history.to(), returns.size(), extrapolated);
  }

  private BenchmarkComparison compare(
      ValueHistory history, List<DayReturn> returns, BlendedBenchmark benchmark) {
    NavigableMap<LocalDate, Double> levels =
        benchmark.levels(walked.stream().map(WalkedDay::date).toList());
    BenchmarkComparison comparison = BenchmarkComparison.of(history, levels).orElseThrow();
    double growth = 1;
    double own = 1;
    for (DayReturn day : returns) {
      growth *= 1 + benchmark.dayReturn(day.date().minusDays(1), day.date());
      own *= 1 + day.value();
    }
    if (!returns.isEmpty()) {
      sheet.put(Measure.BENCHMARK_RETURN, growth - 1);
      sheet.put(Measure.ACTIVE_RETURN, own - growth);
    }
    sheet.put(Measure.BENCHMARK_END_VALUE, comparison.history().days().getLast().value());
    sheet.put(Measure.AHEAD_OF_BENCHMARK, comparison.ahead(history));
    sheet.put(
        Measure.BENCHMARK_MONEY_WEIGHTED_PER_YEAR,
        MoneyWeighted.rate(MoneyWeighted.flowsOf(comparison.history())));
    return comparison;
  }

  private List<Attributed> split(BlendedBenchmark benchmark, String missing) {
    List<Attributed> all = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      all.add(
          missing.isEmpty()
              ? split(dimension, benchmark)
              : new Attributed(dimension, null, List.of(), missing));
    }
    return all;
  }

  private Attributed split(Dimension dimension, BlendedBenchmark benchmark) {
    SegmentNames names =
        new SegmentNames(dimension, new TreeMap<>(facts.securities()), facts.market().base());
    List<List<SegmentDay>> days = new SegmentDays(names, benchmark).of(walked);
    if (days.isEmpty() || days.stream().anyMatch(PerformanceReport::isTotalLoss)) {
      return new Attributed(
          dimension, null, List.of(), "there is no day with a return, or one lost everything");
    }
    Attribution attribution = Attribution.of(days);
    List<Performance.Part> parts = new ArrayList<>();
    attribution
        .segments()
        .forEach(
            (name, effects) ->
                parts.add(
                    new Performance.Part(
                        name, effects.allocation(), effects.selection(), effects.interaction())));
    return new Attributed(dimension, attribution.activeReturn(), parts, "");
  }

  private static boolean isTotalLoss(List<SegmentDay> segments) {
    double own = 0;
    double other = 0;
    for (SegmentDay segment : segments) {
      own += segment.portfolioWeight() * segment.portfolioReturn();
      other += segment.benchmarkWeight() * segment.benchmarkReturn();
    }
    return own <= -1 || other <= -1;
  }

  private Performance performance(
      String reason,
      List<Drawdown> falls,
      @Nullable BenchmarkComparison comparison,
      List<Attributed> attributions) {
    return new Performance(
        facts.market().base(),
        walked.isEmpty() ? query.from() : walked.getFirst().date(),
        query.to(),
        sheet.all(reason),
        falls.stream().limit(FALLS_MAX).map(PerformanceReport::fall).toList(),
        days(comparison),
        attributions,
        PerformanceNotes.of(walked, facts.market()));
  }

  private List<Performance.Day> days(@Nullable BenchmarkComparison comparison) {
    List<Performance.Day> days = new ArrayList<>();
    for (int i = 0; i < walked.size(); i++) {
      WalkedDay day = walked.get(i);
      DayValue value = day.value();
      days.add(
          new Performance.Day(
              day.date(),
              day.isKnown() ? value.value() : null,
              value.flow(),
              comparison == null ? null : comparison.history().days().get(i).value()));
    }
    return days;
  }

  private static Performance.Fall fall(Drawdown fall) {
    return new Performance.Fall(
        fall.peak(), fall.trough(), fall.recovered().orElse(null), fall.depth());
  }
}
