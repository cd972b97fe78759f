package dev.arduinotrader.trading;

/**
 * Which trades to list.
 *
 * @param limit 1 to 1,000
 */
public record TradeQuery(int limit) {}
