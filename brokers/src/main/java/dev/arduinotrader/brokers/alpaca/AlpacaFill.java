package dev.arduinotrader.brokers.alpaca;

import dev.arduinotrader.kernel.market.Side;
import java.math.BigDecimal;
import java.time.Instant;

/** An execution; it costs no commission, and fees come as flows of money of their own. */
public record AlpacaFill(
    String fillId,
    String orderId,
    String symbol,
    Side side,
    BigDecimal quantity,
    BigDecimal price,
    Instant at) {
  static AlpacaFill read(AlpacaRow row) {
    return new AlpacaFill(
        row.text("id"),
        row.text("order_id"),
        row.text("symbol"),
        row.text("side").startsWith("sell") ? Side.SELL : row.side(),
        row.decimal("qty"),
        row.decimal("price"),
        row.time("transaction_time"));
  }
}
