package dev.arduinotrader.universe.model.calendar;

import dev.arduinotrader.universe.MarketPhase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange is doing at an instant.
 *
 * @param day the date at the exchange, and what it is
 * @param nextOpen when trading next begins, after a lunch break too; null when not known
 * @param nextClose when the next session, or the present one, ends; null when not known
 */
public record MarketState(
    MarketPhase phase, MarketDay day, @Nullable Instant nextOpen, @Nullable Instant nextClose) {}
