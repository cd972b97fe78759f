package dev.arduinotrader.universe;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day's prices of a security, in its quote unit. Analytics only: money is made of quotes.
 *
 * @param close finite, above zero; the others null where the source has none
 * @param volume shares traded
 * @param storedAt when it was stored; null where that was not noted or the bar is generated
 */
public record DailyBar(
    LocalDate date,
    @Nullable Double open,
    @Nullable Double high,
    @Nullable Double low,
    double close,
    @Nullable Double volume,
    @Nullable Instant storedAt) {}
