package dev.arduinotrader.planning;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;

/**
 * One trade of a plan.
 *
 * @param number 1, 2, ...
 * @param price the price it was decided at
 * @param limit buy at most, sell at least for this
 * @param value quantity times price in the security's currency
 * @param valueInBase the same in the base currency
 * @param cost fees and spread in the base currency
 * @param reasonCode such as UNDER_TARGET
 * @param reason one sentence with the numbers
 * @param contribution what the plan's score loses without this step
 * @param weightBefore of the total, before the plan
 * @param weightAfter of the total, after the plan
 * @param weightTarget of the total, as optimised
 */
public record PlanStep(
    int number,
    Isin isin,
    String symbol,
    String name,
    Side side,
    Quantity quantity,
    Price price,
    Price limit,
    Money value,
    Money valueInBase,
    Money cost,
    String reasonCode,
    String reason,
    double contribution,
    double weightBefore,
    double weightAfter,
    double weightTarget) {}
