package dev.arduinotrader.trading.desk;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.trading.broker.AccountStatement;

/**
 * What carrying on did.
 *
 * @param ordersChecked orders that were at the broker, or may have been
 * @param executionsAdded executions that were not known before
 * @param statement the broker's last
 * @param booked how far the books are, or why they could not be told
 */
public record Progressed(
    int ordersChecked, int executionsAdded, AccountStatement statement, Result<Long> booked) {}
