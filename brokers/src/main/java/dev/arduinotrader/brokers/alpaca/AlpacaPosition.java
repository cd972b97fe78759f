package dev.arduinotrader.brokers.alpaca;

import java.math.BigDecimal;

/**
 * Something that the account has.
 *
 * @param quantity below zero when it was sold short
 */
public record AlpacaPosition(String symbol, BigDecimal quantity) {
  static AlpacaPosition read(AlpacaRow row) {
    return new AlpacaPosition(row.text("symbol"), row.decimal("qty"));
  }
}
