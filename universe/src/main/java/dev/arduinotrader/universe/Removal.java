package dev.arduinotrader.universe;

import java.time.Instant;

/**
 * A security's removal from the universe; its prices and facts stay.
 *
 * @param actor who removed it
 */
public record Removal(Instant at, String actor, String reason) {}
