package dev.arduinotrader.universe.model;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.QuoteUnit;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns closes into another currency, each with the last fixing that was known when the close
 * became known and is at most seven days older; a close without one is dropped.
 *
 * <p>For venues that close after 16:00 Central European time that is the fixing of the same day. A
 * value once given is therefore never changed by a fixing that comes later.
 */
public final class CloseConversion {
  private static final int FIXING_AGE_DAYS_MAX = 7;

  private final @Nullable BarSeries from;
  private final @Nullable BarSeries to;
  private final int unitsPerCurrency;

  private CloseConversion(@Nullable BarSeries from, @Nullable BarSeries to, int unitsPerCurrency) {
    this.from = from;
    this.to = to;
    this.unitsPerCurrency = unitsPerCurrency;
  }

  /**
   * The conversion between two units for closes known at an instant; empty when a currency has no
   * fixings at all.
   */
  public static Optional<CloseConversion> between(
      QuoteUnit unit, Currency target, EuroRates rates, Instant now) {
    Currency source = unit.currency();
    int parts = unit.unitsPerCurrency();
    if (source.equals(target)) {
      return Optional.of(new CloseConversion(null, null, parts));
    }
    Optional<BarSeries> from = fixings(source, rates, now);
    Optional<BarSeries> to = fixings(target, rates, now);
    boolean missing =
        (from.isEmpty() && !source.equals(Currency.EUR))
            || (to.isEmpty() && !target.equals(Currency.EUR));
    return missing
        ? Optional.empty()
        : Optional.of(new CloseConversion(from.orElse(null), to.orElse(null), parts));
  }

  private static Optional<BarSeries> fixings(Currency currency, EuroRates rates, Instant now) {
    return currency.equals(Currency.EUR) ? Optional.empty() : rates.fixings(currency, now);
  }

  /** Grows whenever an earlier fixing changed. */
  public long version() {
    return (from == null ? 0 : from.version()) + (to == null ? 0 : to.version());
  }

  /** The converted closes; may be empty. */
  public Bars convert(Bars bars, Venue venue) {
    FixingLag lag = FixingLag.of(venue);
    Cursor fromRates = new Cursor(from);
    Cursor toRates = new Cursor(to);
    int[] days = new int[bars.size()];
    double[] closes = new double[bars.size()];
    int size = 0;
    for (int i = 0; i < bars.size(); i++) {
      int day = bars.epochDay(i);
      int due = lag.lastKnown(day);
      double factor = toRates.rate(day, due) / fromRates.rate(day, due) / unitsPerCurrency;
      if (!Double.isNaN(factor)) {
        days[size] = day;
        closes[size++] = bars.closes()[i] * factor;
      }
    }
    return Bars.ofCloses(Arrays.copyOf(days, size), Arrays.copyOf(closes, size));
  }

  /** Walks along the fixings with the bars, oldest first. */
  private static final class Cursor {
    private final @Nullable Bars fixings;
    private int next;

    private Cursor(@Nullable BarSeries series) {
      this.fixings = series == null ? null : series.bars();
    }

    /** The rate due by a day; 1 for the euro; NaN, which spreads, where there is none. */
    private double rate(int day, int due) {
      if (fixings == null) {
        return 1;
      }
      while (next < fixings.size() && fixings.epochDay(next) <= due) {
        next++;
      }
      return next == 0 || day - fixings.epochDay(next - 1) > FIXING_AGE_DAYS_MAX
          ? Double.NaN
          : fixings.closes()[next - 1];
    }
  }
}
