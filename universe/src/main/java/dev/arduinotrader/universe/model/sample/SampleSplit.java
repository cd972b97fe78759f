package dev.arduinotrader.universe.model.sample;

import dev.arduinotrader.kernel.market.Isin;
import java.time.LocalDate;

/**
 * A stock split. All prices of the sample market are in the shares after it, on every date.
 *
 * @param announcedOn known from this day's close at the security's venue
 * @param exDate the first day on which the new shares trade
 * @param newShares how many shares take the place of {@code oldShares}
 */
public record SampleSplit(
    Isin isin, LocalDate announcedOn, LocalDate exDate, int newShares, int oldShares) {}
