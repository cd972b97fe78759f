package dev.arduinotrader.universe;

import java.time.Instant;

/**
 * A finding about a series that was imported.
 *
 * @param importNumber grows with every import that found something
 * @param source where the series is from, such as "file:prices.csv"
 * @param foundAt when the import was
 */
public record ImportFinding(
    long importNumber, String source, Instant foundAt, PriceFinding finding) {}
