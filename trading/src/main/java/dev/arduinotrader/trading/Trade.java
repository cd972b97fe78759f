package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Price;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One wish to trade and what became of it: an intent with its orders in sequence, an exchange of
 * currencies first where one was needed.
 *
 * @param state the state of the leg that matters now
 * @param denialCode the gate's reason, empty unless DENIED
 * @param message for people: the denial or the broker's word; empty otherwise
 */
public record Trade(
    String tradeId,
    AccountId accountId,
    CommandId commandId,
    Isin isin,
    String symbol,
    Side side,
    Quantity quantity,
    @Nullable Price limit,
    OrderState state,
    String denialCode,
    String message,
    String reason,
    String planHash,
    int planStep,
    Instant createdAt,
    Instant changedAt,
    List<OrderLeg> legs,
    OrderType type,
    TimeInForce timeInForce) {
  public Trade {
    legs = List.copyOf(legs);
  }

  /** A limit order that stands until it is cancelled. */
  public Trade(
      String tradeId,
      AccountId accountId,
      CommandId commandId,
      Isin isin,
      String symbol,
      Side side,
      Quantity quantity,
      @Nullable Price limit,
      OrderState state,
      String denialCode,
      String message,
      String reason,
      String planHash,
      int planStep,
      Instant createdAt,
      Instant changedAt,
      List<OrderLeg> legs) {
    this(
        tradeId,
        accountId,
        commandId,
        isin,
        symbol,
        side,
        quantity,
        limit,
        state,
        denialCode,
        message,
        reason,
        planHash,
        planStep,
        createdAt,
        changedAt,
        legs,
        OrderType.LIMIT,
        TimeInForce.GTC);
  }
}
