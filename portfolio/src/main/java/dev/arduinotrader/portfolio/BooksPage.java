package dev.arduinotrader.portfolio;

import java.util.List;

/**
 * Facts of the books in the order in which they happened, then of their ids.
 *
 * @param total how many the books have in all; when it differs between two pages, the books have
 *     changed and the pages do not belong together
 */
public record BooksPage(List<BrokerMovement> movements, int total) {
  public BooksPage {
    movements = List.copyOf(movements);
  }
}
