package dev.arduinotrader.platform.sql;

import java.nio.file.Path;

/**
 * A store as it was at one instant, as a closed SQLite file, whatever it came from.
 *
 * @param name of the store, such as {@code portfolio}
 * @param version of its newest migration
 */
public record StoreCopy(String name, int version, Path file) {}
