package dev.arduinotrader.universe;

import java.time.Instant;

/**
 * Another name that stands for one security only: a former ISIN, a former symbol, a short name.
 *
 * @param statedBy the person or source that gave it
 */
public record SecurityAlias(String text, String statedBy, Instant statedAt) {}
