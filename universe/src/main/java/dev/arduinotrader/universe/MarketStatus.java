package dev.arduinotrader.universe;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange is doing at the decision time.
 *
 * @param exchange the market identifier code asked for
 * @param zone what its dates and hours are in
 * @param date today there
 * @param note the holiday's name, why the day is short, or why nothing is known; null for none
 * @param nextOpen when trading next begins, after a lunch break too; null when not known
 * @param nextClose when the present or else the next session ends; null when not known
 * @param knownUntil the last day that its calendar knows
 */
public record MarketStatus(
    String exchange,
    String name,
    ZoneId zone,
    BuyRule buyRule,
    MarketPhase phase,
    LocalDate date,
    @Nullable String note,
    @Nullable Instant nextOpen,
    @Nullable Instant nextClose,
    LocalDate knownUntil) {}
