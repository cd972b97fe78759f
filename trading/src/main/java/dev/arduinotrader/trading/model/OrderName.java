package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.id.ClientOrderId;

/**
 * What an order is called: fixed when it is intended, never used again.
 *
 * @param number 1, 2, ... within the trade
 * @param clientOrderId what the broker is told and asked by
 * @param brokerReference the same for brokers that take integers: above zero, below 2^31
 */
public record OrderName(
    String tradeId, int number, ClientOrderId clientOrderId, int brokerReference) {}
