package dev.arduinotrader.gateway;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.money.Money;

/** The wish to pay money in; above zero. */
public record DepositCommand(CommandId commandId, Money amount) {}
