package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.portfolio.BrokerMovement;
import java.time.Instant;
import java.util.Comparator;

/**
 * Where a movement stands in the order that books are kept in: when it happened, then the broker's
 * id. When it arrived does not matter.
 */
record MovementOrder(Instant at, String sourceId) implements Comparable<MovementOrder> {
  private static final Comparator<MovementOrder> ORDER =
      Comparator.comparing(MovementOrder::at).thenComparing(MovementOrder::sourceId);

  static MovementOrder of(BrokerMovement movement) {
    return new MovementOrder(movement.at(), movement.sourceId());
  }

  @Override
  public int compareTo(MovementOrder other) {
    return ORDER.compare(this, other);
  }
}
