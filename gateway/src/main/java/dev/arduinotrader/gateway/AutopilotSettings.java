package dev.arduinotrader.gateway;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.money.Money;
import java.time.Duration;

/**
 * How the gateway works by itself.
 *
 * @param account the account whose cycles it runs
 * @param firstDeposit paid in once, when the installation has no account at all
 * @param interval between scheduled cycles
 * @param calm how long after a deposit or an execution the next cycle starts
 */
public record AutopilotSettings(
    AccountId account, Money firstDeposit, Duration interval, Duration calm) {}
