package dev.arduinotrader.portfolio;

import java.util.List;

/**
 * A part of trading's outbox.
 *
 * @param tradingEpoch of the lease that sends it
 * @param movements in the order of their sequence numbers
 */
public record Booking(long tradingEpoch, List<BrokerMovement> movements) {
  public Booking {
    movements = List.copyOf(movements);
  }
}
