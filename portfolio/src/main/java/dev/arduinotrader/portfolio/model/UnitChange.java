package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import java.util.List;
import java.util.Optional;

/**
 * By how much a movement changes the units held of one security.
 *
 * @param by below zero when units leave
 */
public record UnitChange(Isin isin, Quantity by) {
  /** The changes in the order in which they happen; empty when only money moves. */
  public static List<UnitChange> of(BrokerMovement movement) {
    return switch (movement) {
      case BrokerMovement.Execution e ->
          one(e.isin(), e.side() == Side.BUY ? e.quantity() : e.quantity().negated());
      case LedgerEntry.OpeningPosition o -> one(o.isin(), o.quantity());
      case LedgerEntry.UnitsAdjustment u -> one(u.isin(), u.change());
      case LedgerEntry.CorporateAction a ->
          a.legs().stream().map(leg -> new UnitChange(leg.isin(), leg.change())).toList();
      case BrokerMovement.Exchange ignored -> List.of();
      case BrokerMovement.CashFlow ignored -> List.of();
      case LedgerEntry.Dividend ignored -> List.of();
      case LedgerEntry.CashAdjustment ignored -> List.of();
      case LedgerEntry.Reversal ignored -> List.of();
    };
  }

  /** The security that must have been held for this to happen, as for its dividend. */
  static Optional<Isin> presumedHeld(BrokerMovement movement) {
    return switch (movement) {
      case LedgerEntry.CorporateAction a -> Optional.of(a.isin());
      case LedgerEntry.Dividend d -> Optional.of(d.isin());
      case BrokerMovement.Execution ignored -> Optional.empty();
      case BrokerMovement.Exchange ignored -> Optional.empty();
      case BrokerMovement.CashFlow ignored -> Optional.empty();
      case LedgerEntry.OpeningPosition ignored -> Optional.empty();
      case LedgerEntry.UnitsAdjustment ignored -> Optional.empty();
      case LedgerEntry.CashAdjustment ignored -> Optional.empty();
      case LedgerEntry.Reversal ignored -> Optional.empty();
    };
  }

  private static List<UnitChange> one(Isin isin, Quantity by) {
    return List.of(new UnitChange(isin, by));
  }
}
