package dev.arduinotrader.portfolio.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * When a trade's money has changed hands for good: the trade date and the market's settlement days,
 * counted in weekdays, from the beginning of that day in UTC.
 *
 * <p>A holiday may make a real settlement later; the broker's statement then says so.
 */
final class Settlement {
  private static final Set<String> UNITED_STATES =
      Set.of("XNYS", "XNAS", "XASE", "ARCX", "BATS", "IEXG");
  private static final Set<String> CANADA = Set.of("XTSE", "XTSX", "NEOE");
  private static final Set<String> NEXT_DAY = Set.of("XSHG", "XSHE", "XBOM", "XNSE");

  /** The venues of the sample market; its paper broker pays at once. */
  private static final String SAMPLE_PREFIX = "X9";

  private static final LocalDate CANADA_NEXT_DAY_SINCE = LocalDate.of(2024, 5, 27);
  private static final LocalDate UNITED_STATES_NEXT_DAY_SINCE = LocalDate.of(2024, 5, 28);
  private static final int USUAL_DAYS = 2;

  private Settlement() {}

  /**
   * The instant from which the money counts as settled.
   *
   * @param exchange ISO 10383; empty when not known, which settles as most markets do
   */
  static Instant settledAt(String exchange, Instant tradedAt) {
    LocalDate date = tradedAt.atZone(ZoneOffset.UTC).toLocalDate();
    int days = days(exchange, date);
    if (days == 0) {
      return tradedAt;
    }
    for (int counted = 0; counted < days; ) {
      date = date.plusDays(1);
      if (date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY) {
        counted++;
      }
    }
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Settlement days of a trade on a date. */
  static int days(String exchange, LocalDate date) {
    if (exchange.startsWith(SAMPLE_PREFIX)) {
      return 0;
    }
    boolean nextDay =
        (UNITED_STATES.contains(exchange) && !date.isBefore(UNITED_STATES_NEXT_DAY_SINCE))
            || (CANADA.contains(exchange) && !date.isBefore(CANADA_NEXT_DAY_SINCE))
            || NEXT_DAY.contains(exchange);
    return nextDay ? 1 : USUAL_DAYS;
  }
}
