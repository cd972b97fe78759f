package dev.arduinotrader.portfolio.store;

import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
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
      case LedgerEntry entry -> stored(entry, at);
    };
  }

  private static LedgerEntry stored(LedgerEntry entry, Instant at) {
    return switch (entry) {
      case LedgerEntry.Dividend d ->
          new LedgerEntry.Dividend(
              0, d.sourceId(), at, d.isin(), d.gross(), d.withheld(), d.note());
      case LedgerEntry.CorporateAction a ->
          new LedgerEntry.CorporateAction(
              0, a.sourceId(), at, a.kind(), a.isin(), a.currency(), a.legs(), a.cash(), a.note());
      case LedgerEntry.OpeningPosition o ->
          new LedgerEntry.OpeningPosition(
              0,
              o.sourceId(),
              at,
              o.isin(),
              o.quantity(),
              o.currency(),
              o.cost(),
              o.firstBoughtAt() == null ? null : o.firstBoughtAt().truncatedTo(ChronoUnit.MICROS),
              o.evidence());
      case LedgerEntry.Reversal r ->
          new LedgerEntry.Reversal(0, r.sourceId(), at, r.reversedSourceId(), r.reason());
      case LedgerEntry.CashAdjustment c ->
          new LedgerEntry.CashAdjustment(0, c.sourceId(), at, c.amount(), c.evidence());
      case LedgerEntry.UnitsAdjustment u ->
          new LedgerEntry.UnitsAdjustment(
              0, u.sourceId(), at, u.isin(), u.currency(), u.change(), u.evidence());
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
      case "SECURITY_DIVIDEND" -> Json.read(json, LedgerEntry.Dividend.class);
      case "CORPORATE_ACTION" -> Json.read(json, LedgerEntry.CorporateAction.class);
      case "OPENING_POSITION" -> Json.read(json, LedgerEntry.OpeningPosition.class);
      case "REVERSAL" -> Json.read(json, LedgerEntry.Reversal.class);
      case "CASH_ADJUSTMENT" -> Json.read(json, LedgerEntry.CashAdjustment.class);
      case "UNITS_ADJUSTMENT" -> Json.read(json, LedgerEntry.UnitsAdjustment.class);
      default -> Json.read(json, BrokerMovement.CashFlow.class);
    };
  }
}
