package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.model.BarField;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.model.Market;
import dev.arduinotrader.universe.model.SourceRanking;
import dev.arduinotrader.universe.model.StampedBars;
import dev.arduinotrader.universe.model.adjust.Adjusted;
import dev.arduinotrader.universe.model.adjust.SeriesVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a page of a security's bars. */
final class BarPage {
  private BarPage() {}

  static Result<MarketData> read(Market market, MarketDataRequest request, Instant now) {
    Optional<Security> security = market.security(request.isin());
    if (security.isEmpty()) {
      return CommonReason.NOT_FOUND.failure(LocalUniverseService.unknown(request.isin()));
    }
    List<String> sources = market.sources(security.get());
    String wanted = request.source();
    Optional<StampedBars> stored =
        wanted == null
            ? trading(market, security.get(), sources, now)
            : market.allBars(security.get(), wanted, now);
    if (stored.isEmpty()) {
      return CommonReason.NOT_FOUND.failure(
          "no bar of %s%s is known at %s\nMaybe take one of its sources: %s."
              .formatted(
                  request.isin(),
                  wanted == null ? "" : " from " + wanted,
                  now,
                  sources.isEmpty() ? "there is none" : String.join(", ", sources)));
    }
    BarSeries series = stored.get().series();
    return switch (HistoryReading.adjusted(market, security.get(), series, request.basis(), now)) {
      case Adjusted.Impossible(String reason) -> UniverseReason.BASIS_IMPOSSIBLE.failure(reason);
      case Adjusted.Done done ->
          Result.success(
              page(
                  security.get(),
                  request,
                  done.series(),
                  stored.get(),
                  sources,
                  SeriesVersion.of(done, 0)));
    };
  }

  /** Every column of the series that decides. */
  private static Optional<StampedBars> trading(
      Market market, Security security, List<String> sources, Instant now) {
    return market
        .bars(security, now, 1)
        .map(series -> SourceRanking.name(series.source()))
        .filter(sources::contains)
        .or(() -> sources.stream().findFirst())
        .flatMap(source -> market.allBars(security, source, now));
  }

  private static MarketData page(
      Security security,
      MarketDataRequest request,
      BarSeries series,
      StampedBars stored,
      List<String> sources,
      long version) {
    Bars bars = series.bars();
    int from = bars.countUntil(day(request.from()) - 1);
    int end = bars.countUntil(day(request.to()));
    int to = Math.min(end, from + request.limit());
    List<DailyBar> page = new ArrayList<>();
    for (int i = from; i < to; i++) {
      page.add(
          new DailyBar(
              LocalDate.ofEpochDay(bars.epochDay(i)),
              value(bars, BarField.OPEN, i),
              value(bars, BarField.HIGH, i),
              value(bars, BarField.LOW, i),
              bars.closes()[i],
              value(bars, BarField.VOLUME, i),
              stored.storedAt(i).orElse(null)));
    }
    return new MarketData(
        security.isin(),
        security.quoteUnit().code(),
        series.basis(),
        series.source(),
        sources,
        version,
        page,
        to < end ? LocalDate.ofEpochDay(bars.epochDay(to)) : null);
  }

  private static int day(LocalDate date) {
    return Math.clamp(date.toEpochDay(), -Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  private static @Nullable Double value(Bars bars, BarField field, int index) {
    double[] values = bars.column(field);
    return values == null || Double.isNaN(values[index]) ? null : values[index];
  }
}
