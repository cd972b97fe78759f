package dev.arduinotrader.portfolio;

import java.time.Instant;

/**
 * A policy as it was at one time.
 *
 * @param version 1, 2, 3, ... per account
 * @param author who set it
 */
public record PolicyVersion(long version, String author, Instant since, InvestmentPolicy policy) {}
