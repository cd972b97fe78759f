package dev.arduinotrader.portfolio;

/**
 * Which transactions to list.
 *
 * @param afterTransaction those with a greater number; 0 for all
 * @param limit 1 to 1,000
 */
public record LedgerQuery(long afterTransaction, int limit) {}
