package dev.arduinotrader.universe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fact about a security and where it comes from.
 *
 * @param value as text, null when a person stated that there is none
 * @param statedBy the source, such as {@code file:securities.csv}, or the person who corrected it
 * @param statedAt when, null when it was stored before origins were kept
 * @param byHand true for a correction of a person, which no import and no sync overwrites
 * @param sourceValue what the sources say instead, null when they say nothing or it is not by hand
 */
public record SecurityFact(
    SecurityField field,
    @Nullable String value,
    String statedBy,
    @Nullable Instant statedAt,
    boolean byHand,
    @Nullable String sourceValue) {}
