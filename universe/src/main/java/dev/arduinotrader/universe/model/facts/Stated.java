package dev.arduinotrader.universe.model.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said at some time.
 *
 * @param value null for "there is none"
 * @param by the source or the person
 * @param at null when it was stored before origins were kept
 */
public record Stated(@Nullable String value, String by, @Nullable Instant at) {}
