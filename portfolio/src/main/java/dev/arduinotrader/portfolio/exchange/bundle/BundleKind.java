package dev.arduinotrader.portfolio.exchange.bundle;

import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;

/** The kinds of movements by their names in a bundle. */
enum BundleKind {
  EXECUTION(BrokerMovement.Execution.class),
  EXCHANGE(BrokerMovement.Exchange.class),
  CASH_FLOW(BrokerMovement.CashFlow.class),
  DIVIDEND(LedgerEntry.Dividend.class),
  CORPORATE_ACTION(LedgerEntry.CorporateAction.class),
  OPENING_POSITION(LedgerEntry.OpeningPosition.class),
  REVERSAL(LedgerEntry.Reversal.class),
  CASH_ADJUSTMENT(LedgerEntry.CashAdjustment.class),
  UNITS_ADJUSTMENT(LedgerEntry.UnitsAdjustment.class);

  private final Class<? extends BrokerMovement> type;

  BundleKind(Class<? extends BrokerMovement> type) {
    this.type = type;
  }

  Class<? extends BrokerMovement> type() {
    return type;
  }

  static BundleKind of(BrokerMovement movement) {
    return switch (movement) {
      case BrokerMovement.Execution ignored -> EXECUTION;
      case BrokerMovement.Exchange ignored -> EXCHANGE;
      case BrokerMovement.CashFlow ignored -> CASH_FLOW;
      case LedgerEntry.Dividend ignored -> DIVIDEND;
      case LedgerEntry.CorporateAction ignored -> CORPORATE_ACTION;
      case LedgerEntry.OpeningPosition ignored -> OPENING_POSITION;
      case LedgerEntry.Reversal ignored -> REVERSAL;
      case LedgerEntry.CashAdjustment ignored -> CASH_ADJUSTMENT;
      case LedgerEntry.UnitsAdjustment ignored -> UNITS_ADJUSTMENT;
    };
  }
}
