package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import java.util.List;

/**
 * Which dated facts to give.
 *
 * @param isins at most 1,000; empty for the whole universe, when it is not larger
 * @param fields empty for all
 */
public record FundamentalsQuery(List<Isin> isins, List<FundamentalField> fields) {
  public static final int ISINS_MAX = 1_000;

  public FundamentalsQuery {
    isins = List.copyOf(isins);
    fields = List.copyOf(fields);
  }
}
