package dev.arduinotrader.portfolio.store;

import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.portfolio.BrokerMovement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The broker's facts as they are stored: without their outbox number, to the microsecond. */
final class Movements {
  private Movements() {}

  /** What makes the fact what it is, wherever it stands in the outbox. */
  static BrokerMovement stored(BrokerMovement movement) {
    Instant at = movement.at().truncatedTo(ChronoUnit.MICROS);
    return switch (movement) {
      case BrokerMovement.Execution e ->
          new BrokerMovement.Execution(
              0,
              e.sourceId(),
              at,
              e.clientOrderId(),
              e.isin(),
              e.side(),
              e.quantity(),
              e.price(),
              e.gross(),
              e.commission());
      case BrokerMovement.Exchange e ->
          new BrokerMovement.Exchange(
              0, e.sourceId(), at, e.clientOrderId(), e.sold(), e.bought(), e.commission());
      case BrokerMovement.CashFlow f ->
          new BrokerMovement.CashFlow(0, f.sourceId(), at, f.kind(), f.amount(), f.note());
    };
  }

  /** SHA-256 over a stored fact. */
  static String hash(BrokerMovement stored) {
    return Json.hash(stored);
  }

  static String json(BrokerMovement stored) {
    return Json.write(stored);
  }

  /** Reads what {@link #json} wrote of a movement of this kind. */
  static BrokerMovement read(String kind, String json) {
    return switch (kind) {
      case "EXECUTION" -> Json.read(json, BrokerMovement.Execution.class);
      case "EXCHANGE" -> Json.read(json, BrokerMovement.Exchange.class);
      default -> Json.read(json, BrokerMovement.CashFlow.class);
    };
  }
}
