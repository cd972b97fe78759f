package dev.arduinotrader.portfolio;

import java.util.List;

/**
 * Facts of the books in the order in which they were booked. Nothing is ever booked between those
 * that are there: pages up to the total of the first one belong together, whatever comes later.
 *
 * @param total how many the books have in all
 */
public record BooksPage(List<BrokerMovement> movements, int total) {
  public BooksPage {
    movements = List.copyOf(movements);
  }
}
