package dev.arduinotrader.universe.model;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The real venues whose hours are known. A security of any other venue is refused: without its
 * hours nobody could say when its prices became known. The sample market brings its own venues.
 */
public final class Venues {
  private static final SortedMap<String, Venue> BY_MIC = new TreeMap<>();

  static {
    add("XNAS", "America/New_York", "09:30", "16:00");
    add("XNYS", "America/New_York", "09:30", "16:00");
    add("XASE", "America/New_York", "09:30", "16:00");
    add("ARCX", "America/New_York", "09:30", "16:00");
    add("BATS", "America/New_York", "09:30", "16:00");
    add("XTSE", "America/Toronto", "09:30", "16:00");
    add("XLON", "Europe/London", "08:00", "16:35");
    add("XDUB", "Europe/Dublin", "08:00", "16:30");
    add("XETR", "Europe/Berlin", "09:00", "17:35");
    add("XFRA", "Europe/Berlin", "08:00", "22:00");
    add("XPAR", "Europe/Paris", "09:00", "17:35");
    add("XAMS", "Europe/Amsterdam", "09:00", "17:35");
    add("XBRU", "Europe/Brussels", "09:00", "17:35");
    add("XLIS", "Europe/Lisbon", "08:00", "16:35");
    add("XMAD", "Europe/Madrid", "09:00", "17:35");
    add("XMIL", "Europe/Rome", "09:00", "17:35");
    add("MTAA", "Europe/Rome", "09:00", "17:35");
    add("XSWX", "Europe/Zurich", "09:00", "17:30");
    add("XWBO", "Europe/Vienna", "09:00", "17:33");
    add("XCSE", "Europe/Copenhagen", "09:00", "17:00");
    add("XSTO", "Europe/Stockholm", "09:00", "17:30");
    add("XHEL", "Europe/Helsinki", "10:00", "18:30");
    add("XOSL", "Europe/Oslo", "09:00", "16:25");
    add("XWAR", "Europe/Warsaw", "09:00", "17:05");
    add("XTKS", "Asia/Tokyo", "09:00", "15:30");
    add("XHKG", "Asia/Hong_Kong", "09:30", "16:10");
    add("XSES", "Asia/Singapore", "09:00", "17:16");
    add("XASX", "Australia/Sydney", "10:00", "16:12");
  }

  private Venues() {}

  private static void add(String mic, String zone, String open, String close) {
    BY_MIC.put(mic, new Venue(mic, ZoneId.of(zone), LocalTime.parse(open), LocalTime.parse(close)));
  }

  public static Optional<Venue> find(String mic) {
    return Optional.ofNullable(BY_MIC.get(mic));
  }

  /** The venue of this code; throws {@link IllegalArgumentException} listing the known ones. */
  public static Venue of(String mic) {
    return find(mic)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected the market identifier code of a known venue ("
                        + String.join(", ", mics())
                        + "), found '"
                        + mic
                        + "'"));
  }

  /** All known codes. */
  public static Set<String> mics() {
    return Collections.unmodifiableSet(BY_MIC.keySet());
  }
}
