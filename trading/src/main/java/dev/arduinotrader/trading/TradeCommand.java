package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The wish to trade.
 *
 * @param quantity above zero, a whole number of lots
 * @param limit buy at most, sell at least for this; null to have it derived from the market, and
 *     for a market order
 * @param estimatedPrice what the decision was made at; the gate compares it with the market
 * @param reason why, for people
 * @param planHash the plan it belongs to; empty for a trade by hand
 * @param planStep the step of the plan, 0 for a trade by hand
 * @param type LIMIT when none is given
 * @param timeInForce GTC when none is given
 */
public record TradeCommand(
    CommandId commandId,
    Isin isin,
    Side side,
    Quantity quantity,
    @Nullable Price limit,
    Price estimatedPrice,
    String reason,
    String planHash,
    int planStep,
    OrderType type,
    TimeInForce timeInForce) {
  public TradeCommand {
    // Wishes stored by earlier versions have neither.
    type = Objects.requireNonNullElse(type, OrderType.LIMIT);
    timeInForce = Objects.requireNonNullElse(timeInForce, TimeInForce.GTC);
  }

  /** A limit order that stands until it is cancelled. */
  public TradeCommand(
      CommandId commandId,
      Isin isin,
      Side side,
      Quantity quantity,
      @Nullable Price limit,
      Price estimatedPrice,
      String reason,
      String planHash,
      int planStep) {
    this(
        commandId,
        isin,
        side,
        quantity,
        limit,
        estimatedPrice,
        reason,
        planHash,
        planStep,
        OrderType.LIMIT,
        TimeInForce.GTC);
  }

  /** The same wish as an order of another type and time. */
  public TradeCommand as(OrderType newType, TimeInForce newTimeInForce) {
    return new TradeCommand(
        commandId,
        isin,
        side,
        quantity,
        limit,
        estimatedPrice,
        reason,
        planHash,
        planStep,
        newType,
        newTimeInForce);
  }

  /** The same wish under another command. */
  public TradeCommand named(CommandId newCommandId) {
    return new TradeCommand(
        newCommandId,
        isin,
        side,
        quantity,
        limit,
        estimatedPrice,
        reason,
        planHash,
        planStep,
        type,
        timeInForce);
  }

  /**
   * The same wish with a plan's limit on the security's price steps, to the safe side: a plan knows
   * no steps. What a person typed stays as it is.
   *
   * @param tick the step, null when not known
   */
  public TradeCommand onTick(@Nullable Price tick) {
    if (planHash.isEmpty() || limit == null || tick == null || !limit.unit().equals(tick.unit())) {
      return this;
    }
    RoundingMode safe = side == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING;
    BigDecimal stepped =
        limit.value().divide(tick.value(), 0, safe).multiply(tick.value()).stripTrailingZeros();
    return stepped.signum() == 0
        ? this
        : new TradeCommand(
            commandId,
            isin,
            side,
            quantity,
            new Price(stepped, limit.unit()),
            estimatedPrice,
            reason,
            planHash,
            planStep,
            type,
            timeInForce);
  }
}
