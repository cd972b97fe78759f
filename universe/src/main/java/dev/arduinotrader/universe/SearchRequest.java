package dev.arduinotrader.universe;

/**
 * What to look for among the securities.
 *
 * @param text an ISIN, symbol, alias or name, or the beginning of one; small mistakes are forgiven
 * @param limit at most so many matches; 1 to 100
 * @param includeRemoved whether securities that were removed are looked at too
 */
public record SearchRequest(String text, int limit, boolean includeRemoved) {
  public static final int LIMIT_MAX = 100;
  public static final int TEXT_LENGTH_MAX = 200;
}
