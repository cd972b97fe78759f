package dev.arduinotrader.universe;

/**
 * A rate that is given although its source has fallen silent: no money decision may use it.
 *
 * @param pair such as EUR/USD
 * @param fixingsMissed how many fixings were due since; weekends and the ECB's holidays have none
 */
public record StaleRate(String pair, int fixingsMissed) {}
