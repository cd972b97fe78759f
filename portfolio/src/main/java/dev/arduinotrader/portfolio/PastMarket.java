package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.model.performance.MarketHistory.Closes;
import dev.arduinotrader.universe.FxHistoryPage;
import dev.arduinotrader.universe.FxHistoryRequest;
import dev.arduinotrader.universe.HistoryRequest;
import dev.arduinotrader.universe.UniverseService;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** Asks the universe for whole histories. */
final class PastMarket {
  private static final int PAGES_MAX = 100;

  private final UniverseService universe;

  PastMarket(UniverseService universe) {
    this.universe = universe;
  }

  /** All closes known, in the securities' own units; securities without any are left out. */
  Result<SortedMap<Isin, Closes>> closes(
      CallContext context, Collection<Isin> isins, boolean totalReturn) {
    SortedMap<Isin, Closes> found = new TreeMap<>();
    if (isins.isEmpty()) {
      return Result.success(found);
    }
    HistoryRequest stored = new HistoryRequest(List.copyOf(isins), HistoryRequest.BARS_LIMIT, null);
    return universe
        .getPriceHistories(
            context,
            totalReturn ? stored.totalReturn() : stored,
            history ->
                found.put(
                    history.isin(), new Closes(QuoteUnit.of(history.unit()), history.closes())))
        .map(summary -> found);
  }

  /** Units of the base currency for one of each, by the date on which the rate was known. */
  Result<SortedMap<Currency, NavigableMap<LocalDate, Double>>> rates(
      CallContext context,
      Currency base,
      Collection<Currency> currencies,
      LocalDate from,
      LocalDate to) {
    SortedMap<Currency, NavigableMap<LocalDate, Double>> all = new TreeMap<>();
    for (Currency currency : currencies) {
      if (currency.equals(base)) {
        continue;
      }
      NavigableMap<LocalDate, Double> rates = new TreeMap<>();
      all.put(currency, rates);
      LocalDate next = from;
      for (int page = 0; next != null; page++) {
        if (page >= PAGES_MAX) {
          throw new IllegalStateException("expected at most 100 pages of rates, there are more");
        }
        FxHistoryRequest request =
            new FxHistoryRequest(base, currency, next, to, FxHistoryRequest.LIMIT_MAX);
        switch (universe.getFxHistory(context, request)) {
          case Result.Failure<FxHistoryPage>(Problem problem) -> {
            if (problem.kind() != FailureKind.NOT_FOUND) {
              return Result.failure(problem);
            }
            next = null;
          }
          case Result.Success<FxHistoryPage>(FxHistoryPage found) -> {
            found.rates().forEach(rate -> put(rates, rate));
            next = found.nextFrom();
          }
        }
      }
    }
    return Result.success(all);
  }

  private static void put(NavigableMap<LocalDate, Double> rates, FxRate rate) {
    rates.put(rate.knownAt().atZone(ZoneOffset.UTC).toLocalDate(), 1 / rate.rate().doubleValue());
  }
}
