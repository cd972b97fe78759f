package dev.arduinotrader.trading.broker;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.trading.model.OrderTerms;

/**
 * An order as it is sent.
 *
 * @param reference the client order id's stand-in at brokers that take integers
 */
public record BrokerOrder(ClientOrderId clientOrderId, int reference, OrderTerms terms) {}
