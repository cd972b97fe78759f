package dev.arduinotrader.universe;

/**
 * How far a sync of dated facts is.
 *
 * @param symbol what was done last, or is done now
 * @param valuesAdded values so far that were not known before
 * @param failures things that failed so far
 * @param failure the newest of them in one sentence; empty when nothing failed since the last part
 */
public record FundamentalsProgress(
    int securitiesDone,
    int securitiesTotal,
    String symbol,
    long valuesAdded,
    int failures,
    String failure) {}
