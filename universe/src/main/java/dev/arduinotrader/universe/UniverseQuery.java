package dev.arduinotrader.universe;

import org.jspecify.annotations.Nullable;

/**
 * Which securities to list.
 *
 * @param afterIsin only those whose ISIN sorts after this text; null for the first page
 * @param limit 1 to 1,000
 */
public record UniverseQuery(@Nullable String afterIsin, int limit) {
  public static final int LIMIT_MAX = 1_000;

  /** The first page, as long as pages get. */
  public static UniverseQuery first() {
    return new UniverseQuery(null, LIMIT_MAX);
  }
}
