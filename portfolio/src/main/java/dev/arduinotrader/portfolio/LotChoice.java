package dev.arduinotrader.portfolio;

/**
 * The owner's choice of a lot for a sale.
 *
 * @param saleId the sale's source id
 * @param lotId the lot to take from, as far as it goes
 */
public record LotChoice(String saleId, String lotId) {}
