package dev.arduinotrader.portfolio;

/**
 * Which facts of the books to export.
 *
 * @param skip how many of those booked first to leave out, 0 or more
 * @param limit 1 to 1,000
 */
public record BooksQuery(int skip, int limit) {
  public static final int LIMIT_MAX = 1_000;
}
