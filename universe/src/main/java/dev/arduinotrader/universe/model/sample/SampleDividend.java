package dev.arduinotrader.universe.model.sample;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Price;
import java.time.LocalDate;

/**
 * A dividend in cash. On the ex-date the price falls by it, and closes are not adjusted for that.
 *
 * @param announcedOn known from this day's close at the security's venue
 * @param exDate whoever holds the security at the close of the day before receives it
 * @param payDate when the money arrives
 * @param perShare in the security's quote unit, for one share after all splits
 */
public record SampleDividend(
    Isin isin, LocalDate announcedOn, LocalDate exDate, LocalDate payDate, Price perShare) {}
