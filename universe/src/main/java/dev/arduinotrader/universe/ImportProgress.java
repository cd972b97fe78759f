package dev.arduinotrader.universe;

/**
 * How far an import is.
 *
 * @param file the file being read
 * @param securitiesDone series stored so far, over all files
 * @param securitiesTotal series found so far
 */
public record ImportProgress(String file, int securitiesDone, int securitiesTotal) {}
