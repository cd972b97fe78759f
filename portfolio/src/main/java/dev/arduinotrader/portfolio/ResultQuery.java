package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which results to list.
 *
 * @param method which units a sale takes first; the owner's choices are not known here
 * @param from only sales and dividends at this instant or later count as realised; null for all
 * @param before only those before this instant; null for all
 * @param after only securities after this ISIN; null for the first page
 * @param limit securities, 1 to 1,000
 */
public record ResultQuery(
    LotMethod method,
    @Nullable Instant from,
    @Nullable Instant before,
    @Nullable Isin after,
    int limit) {
  public static final int LIMIT_MAX = 1_000;

  /** Everything since the books began. */
  public static ResultQuery all(LotMethod method) {
    return new ResultQuery(method, null, null, null, LIMIT_MAX);
  }
}
