package dev.arduinotrader.portfolio;

/** Why cash came or went without a trade. */
public enum CashFlowKind {
  DEPOSIT,
  WITHDRAWAL,
  DIVIDEND,
  INTEREST,
  FEE,
  TAX
}
