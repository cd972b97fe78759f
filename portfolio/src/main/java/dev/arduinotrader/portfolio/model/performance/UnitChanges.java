package dev.arduinotrader.portfolio.model.performance;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** By how much a movement changes the units held. */
final class UnitChanges {
  private UnitChanges() {}

  static SortedMap<Isin, BigDecimal> of(BrokerMovement movement) {
    SortedMap<Isin, BigDecimal> changes = new TreeMap<>();
    switch (movement) {
      case BrokerMovement.Execution e ->
          changes.put(
              e.isin(),
              e.side() == Side.BUY ? e.quantity().value() : e.quantity().value().negate());
      case LedgerEntry.CorporateAction a ->
          a.legs().forEach(leg -> changes.put(leg.isin(), leg.change().value()));
      case LedgerEntry.OpeningPosition o -> changes.put(o.isin(), o.quantity().value());
      case LedgerEntry.UnitsAdjustment u -> changes.put(u.isin(), u.change().value());
      case BrokerMovement.Exchange ignored -> {}
      case BrokerMovement.CashFlow ignored -> {}
      case LedgerEntry.Dividend ignored -> {}
      case LedgerEntry.CashAdjustment ignored -> {}
      case LedgerEntry.Reversal ignored -> {}
    }
    return changes;
  }
}
