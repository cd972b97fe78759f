package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.money.Currency;
import java.time.LocalDate;

/**
 * Which daily rates of a pair to give.
 *
 * @param base 1 unit of it is priced
 * @param quote in this other currency
 * @param from the first date of a fixing
 * @param to the last one, not before {@code from}
 * @param limit rates on the page, 1 to 5,000
 */
public record FxHistoryRequest(
    Currency base, Currency quote, LocalDate from, LocalDate to, int limit) {
  public static final int LIMIT_MAX = 5_000;
}
