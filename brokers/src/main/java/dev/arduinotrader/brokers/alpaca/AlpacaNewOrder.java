package dev.arduinotrader.brokers.alpaca;

import dev.arduinotrader.kernel.market.Side;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order to be sent.
 *
 * @param quantity whole shares, above zero
 * @param limit null for one at the market
 * @param timeInForce day, gtc, ioc or fok
 */
public record AlpacaNewOrder(
    String clientOrderId,
    String symbol,
    Side side,
    long quantity,
    @Nullable BigDecimal limit,
    String timeInForce) {
  /** As the broker wants it: numbers are texts. */
  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("symbol", symbol);
    body.put("qty", Long.toString(quantity));
    body.put("side", side.name().toLowerCase(Locale.ROOT));
    body.put("type", limit == null ? "market" : "limit");
    body.put("time_in_force", timeInForce);
    if (limit != null) {
      body.put("limit_price", limit.toPlainString());
    }
    body.put("client_order_id", clientOrderId);
    return body;
  }
}
