package dev.arduinotrader.portfolio.exchange.text;

import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;

/** Movements without the numbers of trading's outbox, which are trading's and not the books'. */
public final class Numberless {
  private Numberless() {}

  /** The same movement with the sequence 0. */
  public static BrokerMovement of(BrokerMovement movement) {
    return switch (movement) {
      case BrokerMovement.Execution m ->
          new BrokerMovement.Execution(
              0,
              m.sourceId(),
              m.at(),
              m.clientOrderId(),
              m.isin(),
              m.side(),
              m.quantity(),
              m.price(),
              m.gross(),
              m.commission());
      case BrokerMovement.Exchange m ->
          new BrokerMovement.Exchange(
              0, m.sourceId(), m.at(), m.clientOrderId(), m.sold(), m.bought(), m.commission());
      case BrokerMovement.CashFlow m ->
          new BrokerMovement.CashFlow(0, m.sourceId(), m.at(), m.kind(), m.amount(), m.note());
      case LedgerEntry.Dividend m ->
          new LedgerEntry.Dividend(
              0, m.sourceId(), m.at(), m.isin(), m.gross(), m.withheld(), m.note());
      case LedgerEntry.CorporateAction m ->
          new LedgerEntry.CorporateAction(
              0,
              m.sourceId(),
              m.at(),
              m.kind(),
              m.isin(),
              m.currency(),
              m.legs(),
              m.cash(),
              m.note());
      case LedgerEntry.OpeningPosition m ->
          new LedgerEntry.OpeningPosition(
              0,
              m.sourceId(),
              m.at(),
              m.isin(),
              m.quantity(),
              m.currency(),
              m.cost(),
              m.firstBoughtAt(),
              m.evidence());
      case LedgerEntry.Reversal m ->
          new LedgerEntry.Reversal(0, m.sourceId(), m.at(), m.reversedSourceId(), m.reason());
      case LedgerEntry.CashAdjustment m ->
          new LedgerEntry.CashAdjustment(0, m.sourceId(), m.at(), m.amount(), m.evidence());
      case LedgerEntry.UnitsAdjustment m ->
          new LedgerEntry.UnitsAdjustment(
              0, m.sourceId(), m.at(), m.isin(), m.currency(), m.change(), m.evidence());
    };
  }
}
