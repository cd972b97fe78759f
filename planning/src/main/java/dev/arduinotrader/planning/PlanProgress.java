package dev.arduinotrader.planning;

/**
 * How far a plan is.
 *
 * @param percent 0 to 100, never falling
 * @param step what is being done, for a person
 */
public record PlanProgress(int percent, String step) {}
