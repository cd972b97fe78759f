package dev.arduinotrader.portfolio;

import java.util.List;

/** Transactions in the order of their numbers. */
public record LedgerPage(List<LedgerTransaction> transactions) {
  public LedgerPage {
    transactions = List.copyOf(transactions);
  }
}
