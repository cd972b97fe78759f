package dev.arduinotrader.universe.model.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the dates of price files. */
final class Cells {
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})([ T].*)?");
  private static final Pattern AMERICAN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

  private Cells() {}

  /**
   * Days since 1970-01-01 of a date such as 2026-01-31 (a time after it is dropped) or 1/31/2026.
   *
   * @throws IllegalArgumentException saying what was found
   */
  static int epochDay(String text) {
    try {
      Matcher iso = ISO.matcher(text);
      if (iso.matches()) {
        return day(iso.group(1), iso.group(2), iso.group(3));
      }
      Matcher american = AMERICAN.matcher(text);
      if (american.matches()) {
        return day(american.group(3), american.group(1), american.group(2));
      }
    } catch (DateTimeException e) {
      throw badDate(text, e);
    }
    throw badDate(text, null);
  }

  private static int day(String year, String month, String day) {
    LocalDate date =
        LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    return (int) date.toEpochDay();
  }

  private static IllegalArgumentException badDate(String text, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "expected a date such as 2026-01-31 or 1/31/2026 (month first), found '" + text + "'",
        cause);
  }
}
