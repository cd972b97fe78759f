package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Price;
import org.jspecify.annotations.Nullable;

/**
 * The wish to trade.
 *
 * @param quantity above zero, a whole number of lots
 * @param limit buy at most, sell at least for this; null for a market order
 * @param estimatedPrice what the decision was made at; the gate compares it with the market
 * @param reason why, for people
 * @param planHash the plan it belongs to; empty for a trade by hand
 * @param planStep the step of the plan, 0 for a trade by hand
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
    int planStep) {}
