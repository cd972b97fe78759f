package dev.arduinotrader.brokers.wire;

import java.time.Duration;

/** Who goes first when several requests wait for their turn: the first of these. */
public enum Urgency {
  /** Places or cancels an order; it would rather not be sent than be sent late. */
  ORDER(Duration.ofSeconds(10)),
  ORDER_STATUS(Duration.ofSeconds(30)),
  ACCOUNT(Duration.ofSeconds(60)),
  QUOTES(Duration.ofSeconds(60)),
  CANDLES(Duration.ofSeconds(60)),
  CATALOGUE(Duration.ofSeconds(60));

  private final Duration waitMax;

  Urgency(Duration waitMax) {
    this.waitMax = waitMax;
  }

  /** Whoever would have to wait longer for a turn is refused instead. */
  public Duration waitMax() {
    return waitMax;
  }
}
