package dev.arduinotrader.universe.model.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the single values of price files. */
final class Cells {
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})([ T].*)?");
  private static final Pattern AMERICAN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
  private static final double VALUE_MAX = 1e12;

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

  /**
   * A number above zero and below a million million.
   *
   * @throws IllegalArgumentException saying what was found
   */
  static double price(String text) {
    double value = number(text);
    if (!(value > 0) || value > VALUE_MAX) {
      throw new IllegalArgumentException("expected a price above zero, found '" + text + "'");
    }
    return value;
  }

  /**
   * A number of units traded: zero or above.
   *
   * @throws IllegalArgumentException saying what was found
   */
  static double volume(String text) {
    double value = number(text);
    if (!(value >= 0)) {
      throw new IllegalArgumentException(
          "expected a volume of zero or above, found '" + text + "'");
    }
    return value;
  }

  /** A plain decimal number; not-a-number for everything else that Java would accept as one. */
  private static double number(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
