package dev.arduinotrader.universe;

import java.time.LocalDate;

/**
 * Which days of an exchange to tell.
 *
 * @param exchange its market identifier code, such as XNAS
 * @param from the first date
 * @param to the last date, not before {@code from}; at most 100 years later
 * @param limit dates on the page, 1 to 1,000
 */
public record CalendarRequest(String exchange, LocalDate from, LocalDate to, int limit) {
  public static final int LIMIT_MAX = 1_000;
}
