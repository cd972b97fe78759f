package dev.arduinotrader.portfolio;

/**
 * Which versions of the policy to list.
 *
 * @param beforeVersion those with a smaller number; 0 for all
 * @param limit 1 to 100
 */
public record PolicyQuery(long beforeVersion, int limit) {
  public static final int LIMIT_MAX = 100;
}
