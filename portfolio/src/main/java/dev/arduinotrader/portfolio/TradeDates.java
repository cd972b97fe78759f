package dev.arduinotrader.portfolio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a security was last traded here, also when nothing of it is held any more; cooldowns depend
 * on it.
 *
 * @param lastBoughtAt the latest purchase, null when never bought
 * @param lastSoldAt the latest sale, null when never sold
 */
public record TradeDates(@Nullable Instant lastBoughtAt, @Nullable Instant lastSoldAt) {
  public static final TradeDates NONE = new TradeDates(null, null);
}
