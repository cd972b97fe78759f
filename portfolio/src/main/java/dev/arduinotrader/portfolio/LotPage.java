package dev.arduinotrader.portfolio;

import java.util.List;

/**
 * Lots and disposals.
 *
 * @param lots still held, in the order of ISIN and age
 * @param disposals in the order of time
 * @param complete false when there are more after the limit
 */
public record LotPage(List<Lot> lots, List<Disposal> disposals, boolean complete) {
  public LotPage {
    lots = List.copyOf(lots);
    disposals = List.copyOf(disposals);
  }
}
