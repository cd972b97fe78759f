package dev.arduinotrader.trading;

import java.util.List;

/**
 * What flattening an account did.
 *
 * @param cancelled what was open before, as it stands now
 * @param sales of what was held and managed
 * @param leftovers one sentence for everything that stays; empty when nothing does
 */
public record Flattened(
    TradingMode mode, List<Trade> cancelled, List<Trade> sales, List<String> leftovers) {
  public Flattened {
    cancelled = List.copyOf(cancelled);
    sales = List.copyOf(sales);
    leftovers = List.copyOf(leftovers);
  }
}
