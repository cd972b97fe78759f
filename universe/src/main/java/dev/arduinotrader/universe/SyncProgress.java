package dev.arduinotrader.universe;

/** How far a sync is. */
public record SyncProgress(int securitiesDone, int securitiesTotal, String symbol) {}
