package dev.arduinotrader.universe;

/**
 * Something asked for that is not there.
 *
 * @param key the ISIN or the currency pair
 * @param reason one sentence for a person
 */
public record Absent(String key, String reason) {}
