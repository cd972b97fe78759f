package dev.arduinotrader.brokers.alpaca;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Money that came or went without a trade: a payment, a dividend, a fee.
 *
 * @param type the broker's short name, such as CSD, DIV or FEE
 * @param symbol of the security that it concerns; empty when the broker names none
 * @param amount below zero when it went
 */
public record AlpacaFlow(String flowId, String type, String symbol, BigDecimal amount, Instant at) {
  static AlpacaFlow read(AlpacaRow row) {
    return new AlpacaFlow(
        row.text("id"),
        row.text("activity_type"),
        row.textOr("symbol", ""),
        row.decimal("net_amount"),
        row.day("date"));
  }
}
