package dev.arduinotrader.universe.calendars;

import dev.arduinotrader.universe.model.Venue;
import java.util.Optional;
import java.util.Set;

/**
 * The real venues whose calendars are known. A security of any other venue is refused: without its
 * hours nobody could say when its prices became known. The sample market brings its own venues.
 */
public final class Venues {
  private Venues() {}

  public static Optional<Venue> find(String mic) {
    return ExchangeCalendars.find(mic).map(calendar -> new Venue(mic, calendar));
  }

  /** The venue of this code; throws as {@link #code} does. */
  public static Venue of(String mic) {
    return find(code(mic)).orElseThrow();
  }

  /** This code; throws {@link IllegalArgumentException} listing the known ones for another. */
  public static String code(String mic) {
    if (!mics().contains(mic)) {
      throw new IllegalArgumentException(
          "expected the market identifier code of a known venue ("
              + String.join(", ", mics())
              + "), found '"
              + mic
              + "'");
    }
    return mic;
  }

  /** All known codes, sorted. */
  public static Set<String> mics() {
    return ExchangeCalendars.codes();
  }
}
