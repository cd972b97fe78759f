package dev.arduinotrader.brokers.alpaca;

import java.math.BigDecimal;

/**
 * Whose keys these are, and his money.
 *
 * @param number the broker's own name of the account
 * @param currency such as USD
 * @param cash may be below zero
 */
public record AlpacaAccount(String number, String currency, BigDecimal cash) {
  static AlpacaAccount read(AlpacaRow row) {
    return new AlpacaAccount(row.text("account_number"), row.text("currency"), row.decimal("cash"));
  }
}
