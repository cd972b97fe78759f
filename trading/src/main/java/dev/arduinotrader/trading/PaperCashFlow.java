package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.money.Money;

/**
 * Money into (positive) or out of (negative) the paper broker.
 *
 * @param amount not zero; what is taken out must be there
 */
public record PaperCashFlow(CommandId commandId, Money amount) {}
