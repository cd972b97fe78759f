package dev.arduinotrader.gateway;

/**
 * How far a cycle is.
 *
 * @param percent 0 to 100 of the whole cycle, never falling
 * @param step what is being done, for a person
 */
public record CycleProgress(int percent, String step) {}
