package dev.arduinotrader.universe.model.file;

import dev.arduinotrader.universe.model.raw.RawTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the cells of unchecked prices: wrong numbers are let through, texts are not. */
final class RawCells {
  private static final Set<String> ABSENT = Set.of("", "nan", "null", "n/a", "na", "none");
  private static final Pattern ONLY_DATE =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4}");
  private static final DateTimeFormatter STAMP =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  private RawCells() {}

  /**
   * A number, NaN for a blank or a word for it, or an infinite one.
   *
   * @throws IllegalArgumentException saying what was found
   */
  static double number(String text) {
    if (looksDecimal(text)) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw noNumber(text, e);
      }
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (ABSENT.contains(lower)) {
      return Double.NaN;
    }
    String unsigned = lower.startsWith("-") || lower.startsWith("+") ? lower.substring(1) : lower;
    if (unsigned.equals("inf") || unsigned.equals("infinity")) {
      return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    throw noNumber(text, null);
  }

  /** Only what decimal numbers are written with, so not the other things that Java reads. */
  private static boolean looksDecimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static IllegalArgumentException noNumber(String text, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "expected a number or nothing, found '" + text + "'", cause);
  }

  /**
   * A date, or a date and time; a time without an offset is taken for UTC.
   *
   * @throws IllegalArgumentException saying what was found
   */
  static RawTime time(String text) {
    if (ONLY_DATE.matcher(text).matches()) {
      return new RawTime.Day(LocalDate.ofEpochDay(Cells.epochDay(text)));
    }
    try {
      return switch (STAMP.parseBest(text, OffsetDateTime::from, LocalDateTime::from)) {
        case OffsetDateTime at -> new RawTime.Moment(at);
        case LocalDateTime at when at.toLocalTime().toSecondOfDay() == 0 ->
            new RawTime.Day(at.toLocalDate());
        case LocalDateTime at -> new RawTime.Moment(at.atOffset(ZoneOffset.UTC));
        default -> throw new IllegalStateException("neither of the two asked for");
      };
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "expected a date such as 2026-01-31 or a time such as 2026-01-31 09:00:00+01:00, found '"
              + text
              + "'",
          e);
    }
  }
}
