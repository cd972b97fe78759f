package dev.arduinotrader.platform.sql;

/**
 * The tables that a store needs.
 *
 * @param name the folder {@code db/<name>} of the migrations, and the file {@code <name>.db}
 * @param version the highest numbered migration in that folder
 */
public record Schema(String name, int version) {}
