package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.PerformanceQuery.BenchmarkPart;
import dev.arduinotrader.portfolio.model.Books;
import dev.arduinotrader.portfolio.model.performance.MarketHistory;
import dev.arduinotrader.portfolio.model.performance.MarketHistory.Closes;
import dev.arduinotrader.portfolio.model.performance.PerformanceReport;
import dev.arduinotrader.portfolio.model.performance.PerformanceReport.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Gathers the past that performance needs in a few calls, whatever the length of the period. */
final class PerformanceReader {
  private static final double WEIGHTS_TOLERANCE = 1e-6;

  private final PastMarket past;
  private final MarketReader market;

  PerformanceReader(MarketReader market, PastMarket past) {
    this.market = market;
    this.past = past;
  }

  static List<Fault> faults(PerformanceQuery query, Instant decisionTime) {
    List<Fault> faults = new ArrayList<>();
    if (query.to().isBefore(query.from())
        || query.from().plusDays(PerformanceQuery.DAYS_MAX).isBefore(query.to())) {
      faults.add(
          new Fault(
              "to",
              "expected %s or at most 20,000 days later, found %s"
                  .formatted(query.from(), query.to())));
    }
    Instant end = query.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    if (end.isAfter(decisionTime)) {
      faults.add(
          new Fault(
              "to",
              "expected a day that is over at %s, found %s".formatted(decisionTime, query.to())));
    }
    if (!(query.annualRiskFree() >= -0.5 && query.annualRiskFree() <= 1)) {
      faults.add(
          new Fault("annualRiskFree", "expected -0.5 to 1, found " + query.annualRiskFree()));
    }
    addBenchmarkFaults(faults, query.benchmark());
    return faults;
  }

  private static void addBenchmarkFaults(List<Fault> faults, List<BenchmarkPart> parts) {
    if (parts.isEmpty()) {
      return;
    }
    if (parts.size() > PerformanceQuery.PARTS_MAX) {
      faults.add(new Fault("benchmark", "expected at most 500 parts, found " + parts.size()));
    }
    Set<Isin> seen = new HashSet<>();
    double sum = 0;
    for (int i = 0; i < parts.size(); i++) {
      BenchmarkPart part = parts.get(i);
      sum += part.weight();
      if (!(part.weight() > 0 && part.weight() <= 1)) {
        faults.add(
            new Fault(
                "benchmark[" + i + "].weight",
                "expected above 0 and at most 1, found " + part.weight()));
      }
      if (!seen.add(part.isin())) {
        faults.add(
            new Fault(
                "benchmark[" + i + "].isin",
                "expected each security once, found twice " + part.isin()));
      }
    }
    if (!(Math.abs(sum - 1) <= WEIGHTS_TOLERANCE)) {
      faults.add(new Fault("benchmark", "expected weights that add up to 1, found " + sum));
    }
  }

  Result<Performance> read(
      CallContext context,
      Currency base,
      Collection<BrokerMovement> movements,
      PerformanceQuery query) {
    Books books = Books.of(movements);
    SortedSet<Isin> held = new TreeSet<>(books.everHeld());
    SortedSet<Isin> compared = new TreeSet<>();
    query.benchmark().forEach(part -> compared.add(part.isin()));
    SortedSet<Isin> all = new TreeSet<>(held);
    all.addAll(compared);
    return past.closes(context, held, false)
        .then(
            own ->
                past.closes(context, compared, true)
                    .then(
                        other ->
                            past.rates(
                                    context,
                                    base,
                                    currencies(books, own, other),
                                    since(query),
                                    query.to())
                                .then(
                                    rates ->
                                        market
                                            .facts(context, base, all)
                                            .map(
                                                names ->
                                                    PerformanceReport.of(
                                                        movements,
                                                        new Facts(
                                                            new MarketHistory(base, own, rates),
                                                            new MarketHistory(base, other, rates),
                                                            names),
                                                        query)))));
  }

  /** Rates of the days before are wanted for weekends and holidays. */
  private static LocalDate since(PerformanceQuery query) {
    return query.from().minusDays(30);
  }

  private static SortedSet<Currency> currencies(
      Books books, Map<Isin, Closes> own, Map<Isin, Closes> other) {
    SortedSet<Currency> currencies = new TreeSet<>(books.cash().keySet());
    own.values().forEach(closes -> currencies.add(closes.unit().currency()));
    other.values().forEach(closes -> currencies.add(closes.unit().currency()));
    return currencies;
  }
}
