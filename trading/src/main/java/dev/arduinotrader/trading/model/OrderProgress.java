package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.trading.OrderState;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an order is.
 *
 * @param done what has been executed: units of the security, or the amount bought
 * @param reserved the most that it may still take as things stand, null when it takes nothing;
 *     while the order waits for an exchange, only what it uses of the money that is there already
 * @param brokerOrderId empty until the broker said it
 * @param turnAt when it became this order's turn to be sent
 * @param absences how often the broker has said that it does not know the order
 * @param note the broker's or the gate's word; empty when there is none
 */
public record OrderProgress(
    OrderState state,
    BigDecimal done,
    @Nullable Money reserved,
    String brokerOrderId,
    Instant turnAt,
    Instant changedAt,
    int absences,
    String note) {

  /** Stored and waiting to be sent. */
  public static OrderProgress intended(@Nullable Money reserved, Instant now) {
    return new OrderProgress(OrderState.INTENDED, BigDecimal.ZERO, reserved, "", now, now, 0, "");
  }

  OrderProgress moved(OrderState next, BigDecimal nowDone, Instant at, String why) {
    return new OrderProgress(next, nowDone, reserved, brokerOrderId, turnAt, at, absences, why);
  }

  OrderProgress reserving(@Nullable Money amount) {
    return new OrderProgress(state, done, amount, brokerOrderId, turnAt, changedAt, absences, note);
  }

  OrderProgress turned(Instant at) {
    return new OrderProgress(state, done, reserved, brokerOrderId, at, changedAt, absences, note);
  }

  OrderProgress known(String brokersId) {
    String id = brokersId.isEmpty() ? brokerOrderId : brokersId;
    return new OrderProgress(state, done, reserved, id, turnAt, changedAt, absences, note);
  }

  OrderProgress missed() {
    return new OrderProgress(
        state, done, reserved, brokerOrderId, turnAt, changedAt, absences + 1, note);
  }
}
