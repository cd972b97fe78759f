package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceSeries;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.HistoryRequest;
import dev.arduinotrader.universe.SecurityHistory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A security's closes of the year before its last one, as people read them. */
record LastYear(PriceSeries closes, String unit) {
  private static final int BARS_MAX = 270;
  private static final MathContext SHOWN = new MathContext(6);

  /** The last years of these securities; none for one without prices. */
  static Result<Map<Isin, LastYear>> of(Session session, List<Isin> isins, Duration timeout) {
    Map<Isin, LastYear> years = new HashMap<>();
    return session
        .services()
        .universe()
        .getPriceHistories(
            session.context(timeout),
            new HistoryRequest(isins, BARS_MAX, null),
            history -> years.put(history.isin(), of(history)))
        .map(summary -> years);
  }

  private static LastYear of(SecurityHistory history) {
    PriceSeries closes = history.closes();
    LocalDate yearBefore = closes.date(closes.size() - 1).minusYears(1);
    int first = 0;
    while (first < closes.size() - 1 && closes.date(first).isBefore(yearBefore)) {
      first++;
    }
    return new LastYear(closes.last(closes.size() - first), history.unit());
  }

  String last() {
    return BigDecimal.valueOf(closes.lastClose()).round(SHOWN).toPlainString();
  }

  String lastDate() {
    return closes.date(closes.size() - 1).toString();
  }

  /** The change over the year; - when there is no year of prices. */
  String change() {
    boolean whole =
        !closes.date(0).isAfter(closes.date(closes.size() - 1).minusYears(1).plusDays(7));
    return whole
        ? String.format(Locale.ROOT, "%+.1f%%", 100 * (closes.lastClose() / closes.close(0) - 1))
        : "-";
  }

  String sparkline(int width, boolean plain) {
    return Sparkline.of(closes.closes(), width, plain);
  }
}
