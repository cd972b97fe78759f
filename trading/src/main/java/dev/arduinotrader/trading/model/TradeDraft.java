package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The orders that carry out a trade, in sequence.
 *
 * @param legs an exchange of currencies where one is needed, then the security
 */
public record TradeDraft(List<Leg> legs) {
  public TradeDraft {
    legs = List.copyOf(legs);
  }

  /**
   * One of them.
   *
   * @param costMax the most that it may take, null for a sale
   * @param reserved what it holds as soon as it is intended, null when nothing
   */
  public record Leg(OrderTerms terms, @Nullable Money costMax, @Nullable Money reserved) {}
}
