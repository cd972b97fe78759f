package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import java.time.LocalDate;

/**
 * What a caller holds of a security's closes.
 *
 * @param version {@link SecurityHistory#version} of the answer
 * @param last the date of the last close held
 */
public record HeldHistory(Isin isin, long version, LocalDate last) {}
