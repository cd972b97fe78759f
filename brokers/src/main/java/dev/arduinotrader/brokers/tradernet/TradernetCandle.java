package dev.arduinotrader.brokers.tradernet;

import java.time.Instant;

/**
 * One bar as the broker wrote it; NaN where it wrote no number.
 *
 * @param start the beginning of the bar
 * @param volume in pieces
 */
public record TradernetCandle(
    Instant start, double open, double high, double low, double close, double volume) {}
