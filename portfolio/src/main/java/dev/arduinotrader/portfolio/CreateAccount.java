package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.money.Currency;

/** The wish to open an account with the default policy. */
public record CreateAccount(
    CommandId commandId,
    AccountId accountId,
    Currency baseCurrency,
    String broker,
    Environment environment) {}
