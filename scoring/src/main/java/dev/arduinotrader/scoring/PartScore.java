package dev.arduinotrader.scoring;

/**
 * One part of a group, such as the Sharpe ratio.
 *
 * @param name such as sharpe
 * @param weight its share in the group, 0 to 1
 * @param value the measured figure itself, in the unit that its name says
 * @param score 0 to 1
 */
public record PartScore(String name, double weight, double value, double score) {}
