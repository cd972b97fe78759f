package dev.arduinotrader.universe.calendars;

import dev.arduinotrader.universe.model.calendar.CalendarReader;
import dev.arduinotrader.universe.model.calendar.ExchangeCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The calendars of the real exchanges, by market identifier code; each is read when asked for. */
public final class ExchangeCalendars {
  private static final String FOLDER = "/calendars/";

  private static final String FIXINGS = "TARGET";

  /** Each code with all the codes that share its calendar. */
  private static final SortedMap<String, List<String>> CODES = codesByCode();

  private static final ConcurrentMap<String, ExchangeCalendar> READ = new ConcurrentHashMap<>();

  private ExchangeCalendars() {}

  private static SortedMap<String, List<String>> codesByCode() {
    SortedMap<String, List<String>> all = new TreeMap<>();
    for (String line : text("index").lines().toList()) {
      List<String> codes = List.of(line.split(" "));
      for (String code : codes) {
        if (all.put(code, codes) != null) {
          throw new IllegalArgumentException("expected one calendar of " + code + ", found two");
        }
      }
    }
    return Collections.unmodifiableSortedMap(all);
  }

  /** The calendar of a code such as XNAS; empty for an exchange nobody has described. */
  public static Optional<ExchangeCalendar> find(String code) {
    return Optional.ofNullable(CODES.get(code)).map(ExchangeCalendars::read);
  }

  private static ExchangeCalendar read(List<String> codes) {
    return READ.computeIfAbsent(
        codes.getFirst(), first -> CalendarReader.read(codes, name -> text(name + ".calendar")));
  }

  /** The days on which the European Central Bank fixes its euro reference rates. */
  public static ExchangeCalendar fixingDays() {
    return read(List.of(FIXINGS));
  }

  /** All codes, sorted. */
  public static Set<String> codes() {
    return CODES.keySet();
  }

  /** All calendars, in the order of their usual code. */
  public static List<ExchangeCalendar> all() {
    return CODES.entrySet().stream()
        .filter(entry -> entry.getValue().getFirst().equals(entry.getKey()))
        .flatMap(entry -> find(entry.getKey()).stream())
        .toList();
  }

  private static String text(String file) {
    try (InputStream stream = ExchangeCalendars.class.getResourceAsStream(FOLDER + file)) {
      if (stream == null) {
        throw new IllegalArgumentException("expected the resource " + FOLDER + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException fault) {
      throw new UncheckedIOException("the resource " + FOLDER + file + " cannot be read", fault);
    }
  }
}
