package dev.arduinotrader.universe.model.calendar;

import dev.arduinotrader.universe.BuyRule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What is known about the trading days of an exchange.
 *
 * @param codes ISO 10383 market identifier codes that share these rules, the usual one first
 * @param zone in which its hours and dates are
 * @param from the first day for which the rules are right
 * @param until the last one
 * @param hours by their first day
 * @param days holidays and early closes in the order in which they take their days
 */
record ExchangeRules(
    String name,
    List<String> codes,
    ZoneId zone,
    BuyRule buyRule,
    LocalDate from,
    LocalDate until,
    List<TradingHours> hours,
    List<DayRule> days) {
  ExchangeRules {
    codes = List.copyOf(codes);
    hours = List.copyOf(hours);
    days = List.copyOf(days);
    if (codes.isEmpty() || hours.isEmpty() || until.isBefore(from)) {
      throw new IllegalArgumentException(
          "expected codes, hours and a last day not before %s, found %s, %s and %s"
              .formatted(from, codes, hours, until));
    }
  }
}
