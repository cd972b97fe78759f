package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.market.PriceSeries;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.model.CloseConversion;
import dev.arduinotrader.universe.model.Market;
import dev.arduinotrader.universe.model.adjust.Adjusted;
import dev.arduinotrader.universe.model.adjust.Adjustment;
import dev.arduinotrader.universe.model.adjust.PastRates;
import dev.arduinotrader.universe.model.adjust.SeriesVersion;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one security's closes after another as one request wants them. */
final class HistoryReading {
  private final Market market;
  private final HistoryRequest request;
  private final Instant now;
  private final Map<Isin, HeldHistory> held = new HashMap<>();

  HistoryReading(Market market, HistoryRequest request, Instant now) {
    this.market = market;
    this.request = request;
    this.now = now;
    request.held().forEach(one -> held.put(one.isin(), one));
  }

  /** A history, or the reason why there is none. */
  record Found(@Nullable SecurityHistory history, String reason) {
    static Found nothing(String reason) {
      return new Found(null, reason);
    }
  }

  Found read(Isin isin) {
    Optional<Security> security = market.security(isin);
    if (security.isEmpty()) {
      return Found.nothing(LocalUniverseService.unknown(isin));
    }
    Optional<BarSeries> series = market.bars(security.get(), now, request.barsMax());
    if (series.isEmpty()) {
      return Found.nothing("no close of it is known at " + now);
    }
    return switch (adjusted(market, security.get(), series.get(), request.basis(), now)) {
      case Adjusted.Impossible(String reason) -> Found.nothing(reason);
      case Adjusted.Done done -> inUnit(security.get(), done);
    };
  }

  /**
   * The series with what is known worked in.
   *
   * @param wanted null for the series as stored
   */
  static Adjusted adjusted(
      Market market,
      Security security,
      BarSeries series,
      @Nullable PriceBasis wanted,
      Instant now) {
    if (wanted == null || wanted == series.basis()) {
      return Adjusted.Done.unchanged(series);
    }
    boolean divided = series.basis() == PriceBasis.SPLIT_ADJUSTED;
    Adjustment adjustment =
        new Adjustment(
            series,
            market.actions(security, now),
            divided ? market.splitsWorkedIn(security, now) : List.of(),
            security.quoteUnit(),
            new PastRates(market.rates(), market.venue(security), now));
    return adjustment.to(wanted);
  }

  private Found inUnit(Security security, Adjusted.Done adjusted) {
    BarSeries series = adjusted.series();
    Currency wanted = request.inCurrency();
    if (wanted == null) {
      return sent(security, security.quoteUnit().code(), series.bars(), adjusted, 0);
    }
    Optional<CloseConversion> conversion =
        CloseConversion.between(security.quoteUnit(), wanted, market.rates(), now);
    if (conversion.isEmpty()) {
      return Found.nothing(
          "no rates are known between %s and %s"
              .formatted(security.quoteUnit().currency(), wanted));
    }
    Bars bars = conversion.get().convert(series.bars(), market.venue(security));
    if (bars.isEmpty()) {
      return Found.nothing(
          "none of its closes has a rate between %s and %s of its day or the week before"
              .formatted(security.quoteUnit().currency(), wanted));
    }
    // One more, for a conversion between units of one currency depends on no fixing.
    long converted = 1 + conversion.get().version();
    return sent(security, wanted.code(), bars, adjusted, converted);
  }

  private Found sent(
      Security security, String unit, Bars bars, Adjusted.Done adjusted, long conversion) {
    long version = SeriesVersion.of(adjusted, conversion);
    HeldHistory mine = held.get(security.isin());
    int from = mine == null || mine.version() != version ? 0 : heldUntil(bars, mine);
    PriceSeries closes =
        PriceSeries.of(
            adjusted.series().basis(),
            from == 0 ? bars.epochDays() : Arrays.copyOfRange(bars.epochDays(), from, bars.size()),
            from == 0 ? bars.closes() : Arrays.copyOfRange(bars.closes(), from, bars.size()));
    return new Found(new SecurityHistory(security.isin(), unit, version, closes, from > 0), "");
  }

  /** How many of these bars the caller holds: 0 when its last one is not among them. */
  private static int heldUntil(Bars bars, HeldHistory mine) {
    long day = mine.last().toEpochDay();
    int count = bars.countUntil(Math.clamp(day, Integer.MIN_VALUE, Integer.MAX_VALUE));
    return count > 0 && bars.epochDay(count - 1) == day ? count : 0;
  }
}
