package dev.arduinotrader.brokers.tradernet;

import dev.arduinotrader.kernel.market.Side;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order to be placed.
 *
 * @param quantity whole units above zero
 * @param limit null for a market order
 * @param userOrderId our number of it, above zero, which order lists say again
 */
public record TradernetNewOrder(
    String symbol,
    Side side,
    long quantity,
    @Nullable BigDecimal limit,
    Expiration expiration,
    int userOrderId) {
  /** How long it stands. */
  public enum Expiration {
    DAY(1),
    GOOD_TILL_CANCELLED(3);

    private final int code;

    Expiration(int code) {
      this.code = code;
    }
  }

  private static final int BUY = 1;
  private static final int SELL = 3;
  private static final int MARKET = 1;
  private static final int LIMIT = 2;

  public TradernetNewOrder {
    if (quantity <= 0 || userOrderId <= 0 || (limit != null && limit.signum() <= 0)) {
      throw new IllegalArgumentException(
          "expected quantity, number and limit above zero, found %d, %d and %s"
              .formatted(quantity, userOrderId, limit));
    }
  }

  /** As the broker wants it. Never the codes of margin and short sale. */
  Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("instr_name", symbol);
    parameters.put("action_id", side == Side.BUY ? BUY : SELL);
    parameters.put("order_type_id", limit == null ? MARKET : LIMIT);
    parameters.put("qty", quantity);
    if (limit != null) {
      parameters.put("limit_price", limit);
    }
    parameters.put("expiration_id", expiration.code);
    parameters.put("user_order_id", userOrderId);
    return parameters;
  }
}
