package dev.arduinotrader.brokers.alpaca;

import dev.arduinotrader.kernel.market.Side;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * An order as the broker has it.
 *
 * @param clientOrderId as it was sent, or made by the broker
 * @param filled executed so far
 * @param replacedBy the broker's name of the order that took its place; empty when none did
 */
public record AlpacaOrder(
    String orderId,
    String clientOrderId,
    String symbol,
    Side side,
    BigDecimal filled,
    State state,
    String replacedBy,
    Instant submittedAt,
    Instant changedAt) {
  /** How it stands; a word that nobody knows leaves it open. */
  public enum State {
    OPEN,
    FILLED,
    CANCELLED,
    EXPIRED,
    REJECTED;

    private static State of(String word) {
      return switch (word) {
        case "filled" -> FILLED;
        case "canceled", "replaced" -> CANCELLED;
        case "expired" -> EXPIRED;
        case "rejected" -> REJECTED;
        default -> OPEN;
      };
    }
  }

  static AlpacaOrder read(AlpacaRow row) {
    Instant submitted = row.time("submitted_at");
    return new AlpacaOrder(
        row.text("id"),
        row.text("client_order_id"),
        row.text("symbol"),
        row.side(),
        row.decimal("filled_qty"),
        State.of(row.text("status")),
        row.textOr("replaced_by", ""),
        submitted,
        row.textOr("updated_at", "").isEmpty() ? submitted : row.time("updated_at"));
  }
}
