package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which lots to list.
 *
 * @param isin only this security; null for all
 * @param disposedFrom only disposals at this instant or later; null for all
 * @param disposedBefore only disposals before this instant; null for all
 * @param choices for {@link LotMethod#SPECIFIC}, in the order in which lots are taken
 * @param afterPosition skips so many entries of either list; 0 for all
 * @param limit of either list, 1 to 1,000
 */
public record LotQuery(
    LotMethod method,
    @Nullable Isin isin,
    @Nullable Instant disposedFrom,
    @Nullable Instant disposedBefore,
    List<LotChoice> choices,
    int afterPosition,
    int limit) {
  public static final int LIMIT_MAX = 1_000;

  public LotQuery {
    choices = List.copyOf(choices);
  }

  /** All lots and disposals of a method, up to the limit. */
  public static LotQuery all(LotMethod method) {
    return new LotQuery(method, null, null, null, List.of(), 0, LIMIT_MAX);
  }
}
