package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Result;
import java.time.Instant;

/**
 * A trade of the last seven days that our gate let pass, as far as limits depend on it.
 *
 * @param value what was wished for at its estimated price, in the base currency
 * @param planHash empty for a trade by hand
 * @param stands whether an order of it is open or was executed, wholly or in part
 */
public record PastTrade(
    String tradeId,
    Instant at,
    Result<Money> value,
    String planHash,
    int planStep,
    boolean stands) {}
