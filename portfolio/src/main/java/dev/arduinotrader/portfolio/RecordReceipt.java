package dev.arduinotrader.portfolio;

/**
 * What was recorded.
 *
 * @param booked how many are new in the ledger
 * @param repeated how many were there before with the same content
 */
public record RecordReceipt(int booked, int repeated) {}
