package dev.arduinotrader.brokers.tradernet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.brokers.wire.WireReason;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.result.Result;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as the broker has it.
 *
 * @param orderId the broker's own, as a text
 * @param userOrderId the number that came with the order, null for one of somebody else's
 * @param quantity ordered
 * @param leavesQuantity still open, null when the broker does not say
 * @param limit null when there is none
 * @param statusCode as the broker writes it
 * @param text why it was rejected; empty when the broker does not say
 * @param placedAt null when the broker does not say
 * @param changedAt null when the broker does not say
 */
public record TradernetOrder(
    String orderId,
    @Nullable Long userOrderId,
    String symbol,
    Side side,
    BigDecimal quantity,
    @Nullable BigDecimal leavesQuantity,
    @Nullable BigDecimal limit,
    long statusCode,
    String text,
    @Nullable Instant placedAt,
    @Nullable Instant changedAt) {
  /** What the code means. */
  public TradernetOrderStatus status() {
    return TradernetOrderStatus.of(statusCode);
  }

  /** Executed so far, as far as the order itself tells; null when it does not. */
  public @Nullable BigDecimal filled() {
    return leavesQuantity == null ? null : quantity.subtract(leavesQuantity);
  }

  /**
   * Reads an answer to {@code getNotifyOrderJson} or {@code getOrdersHistory}: rows in a list, or
   * in {@code orders.order}, where one row stands alone and none leaves {@code order} out beside
   * the {@code key}. An answer without either is no empty list but a failure.
   */
  static Result<List<TradernetOrder>> readAll(String command, JsonNode answer) {
    if (answer.isArray()) {
      return rows(command, answer);
    }
    JsonNode orders = answer.get("orders");
    if (orders == null) {
      orders = answer;
    }
    if (orders.isArray()) {
      return rows(command, orders);
    }
    JsonNode list = orders.get("order");
    boolean none = orders.has("key") && (list == null || list.isNull());
    if (none) {
      return Result.success(List.of());
    }
    return list == null || list.isValueNode()
        ? WireReason.WIRE_MALFORMED.failure(
            "expected orders in the answer to " + command + ", found none, nor a key without any")
        : rows(command, list);
  }

  private static Result<List<TradernetOrder>> rows(String command, JsonNode list) {
    return TradernetRow.readList(command, list, TradernetOrder::row)
        .map(rows -> rows.stream().distinct().toList());
  }

  private static TradernetOrder row(TradernetRow row) {
    return new TradernetOrder(
        row.needText("order_id", "id"),
        row.whole("user_order_id", "userOrderId").filter(number -> number > 0).orElse(null),
        row.needText("instr", "instr_name"),
        row.needOrderSide("oper", "buy_sell", "action_id"),
        row.needPositive("q", "qty"),
        row.decimal("leaves_qty").orElse(null),
        row.decimal("p", "limit_price").filter(price -> price.signum() > 0).orElse(null),
        row.needWhole("stat", "status"),
        row.text("text").orElse(""),
        row.time("date").orElse(null),
        row.time("stat_d", "date").orElse(null));
  }
}
