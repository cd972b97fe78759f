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
 * One execution. Several may share an order; its id is never the order's.
 *
 * @param fillId the broker's own, as a text
 * @param currency what price and value are in; null when the broker does not say
 * @param commission not negative; null when the broker does not say, which is not zero
 * @param commissionCurrency null when the broker does not say
 */
public record TradernetFill(
    String fillId,
    String orderId,
    String symbol,
    Side side,
    BigDecimal quantity,
    BigDecimal price,
    Instant at,
    @Nullable String currency,
    @Nullable BigDecimal commission,
    @Nullable String commissionCurrency) {
  /**
   * Reads an answer to {@code getTradesHistory}. No trades leave {@code trade} out beside {@code
   * max_trade_id}; an answer without either is a failure. A row that comes twice is taken once.
   */
  static Result<List<TradernetFill>> readAll(JsonNode answer) {
    String command = "getTradesHistory";
    JsonNode trades = answer.get("trades") == null ? answer : answer.get("trades");
    JsonNode list = trades.isArray() ? trades : trades.get("trade");
    if ((list == null || list.isNull()) && trades.has("max_trade_id")) {
      return Result.success(List.of());
    }
    if (list == null || list.isValueNode()) {
      return WireReason.WIRE_MALFORMED.failure(
          "expected trades in the answer to %s, found none, nor a max_trade_id without any"
              .formatted(command));
    }
    return TradernetRow.readList(command, list, TradernetFill::row)
        .map(rows -> rows.stream().distinct().toList());
  }

  private static TradernetFill row(TradernetRow row) {
    return new TradernetFill(
        row.needText("id"),
        row.needText("order_id"),
        row.needText("instr_nm", "instr_name", "instr"),
        row.needTradeSide("type"),
        row.needPositive("q"),
        row.needPositive("p"),
        row.needTime("date"),
        row.text("curr_c").orElse(null),
        row.decimal("commission").map(BigDecimal::abs).orElse(null),
        row.text("commission_currency").orElse(null));
  }
}
