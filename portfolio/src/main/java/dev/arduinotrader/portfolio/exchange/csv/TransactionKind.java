package dev.arduinotrader.portfolio.exchange.csv;

/**
 * What a row of a file of transactions says. The hour orders what happened on one day: money before
 * purchases, purchases before sales.
 */
public enum TransactionKind {
  OPENING(0),
  SPLIT(5),
  DEPOSIT(6),
  EXCHANGE(8),
  BUY(12),
  SELL(14),
  DIVIDEND(16),
  INTEREST(16),
  FEE(17),
  TAX(17),
  FEE_REFUND(17),
  TAX_REFUND(17),
  WITHDRAWAL(18);

  private final int hour;

  TransactionKind(int hour) {
    this.hour = hour;
  }

  int hour() {
    return hour;
  }
}
