package dev.arduinotrader.universe.model.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says of files that an import leaves out what they are. */
public final class ForeignFiles {
  private static final Pattern LEAN_BARS = Pattern.compile("\\d{8} \\d{2}:\\d{2},.*");
  private static final Pattern LEAN_FACTORS = Pattern.compile("\\d{8},[0-9.]+,[0-9.]+,[0-9.]+");
  private static final List<String> ENDINGS = List.of(".csv", ".gz", ".zip", ".xml");
  private static final String FAULTY_FOLDER = "bad-prices/";

  private ForeignFiles() {}

  /** Why a file need not even be read, by its name. */
  public static Optional<String> reasonByName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (("/" + lower).contains("/" + FAULTY_FOLDER)) {
      return Optional.of("prices known to be faulty: only through universe validate");
    }
    if (ENDINGS.stream().anyMatch(lower::endsWith)) {
      return Optional.empty();
    }
    return Optional.of(
        lower.contains("market-hours")
            ? "trading calendars: the program brings its own"
            : "no prices: expected one of " + String.join(", ", ENDINGS));
  }

  /** Why a file that was read is of no known format. */
  static String reason(FileText file) {
    String first = file.text().lines().findFirst().orElse("");
    if (LEAN_BARS.matcher(first).matches()) {
      return "LEAN daily bars: make their folder a source, see universe sources, then universe"
          + " sync";
    }
    if (LEAN_FACTORS.matcher(first).matches()) {
      return "LEAN factors: they belong to the daily bars of the same name";
    }
    return "expected a header with date and symbols, or with date, open, high, low and close,"
        + " found neither";
  }
}
