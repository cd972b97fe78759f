package dev.arduinotrader.portfolio;

import java.util.List;

/** Accounts in the order of their ids. */
public record Accounts(List<Account> accounts) {
  public Accounts {
    accounts = List.copyOf(accounts);
  }
}
