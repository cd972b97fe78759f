package dev.arduinotrader.universe;

import org.jspecify.annotations.Nullable;

/**
 * Which findings about imported series to list.
 *
 * @param series an ISIN, or a currency pair such as EUR/USD; null for all
 * @param kind such as SPIKE; null for all
 * @param importNumber only those of this import; null for all
 * @param after {@link FindingPage#next} of the page before; null for the first page
 * @param limit findings on the page, 1 to 1,000
 */
public record FindingQuery(
    @Nullable String series,
    @Nullable String kind,
    @Nullable Long importNumber,
    @Nullable String after,
    int limit) {
  public static final int LIMIT_MAX = 1_000;

  /** The first page of everything, as long as pages get. */
  public static FindingQuery first() {
    return new FindingQuery(null, null, null, null, LIMIT_MAX);
  }

  /** The same question for the page after another. */
  public FindingQuery page(@Nullable String next) {
    return new FindingQuery(series, kind, importNumber, next, limit);
  }
}
