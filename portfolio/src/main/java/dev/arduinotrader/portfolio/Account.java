package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.money.Currency;
import java.time.Instant;

/**
 * One portfolio at one broker; broker and environment never change.
 *
 * @param broker such as paper
 */
public record Account(
    AccountId accountId,
    Currency baseCurrency,
    String broker,
    Environment environment,
    Instant openedAt) {}
