package dev.arduinotrader.universe.model.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one holiday or early close, such as {@code Boxing Day: 12-26 weekend-to-free}. */
final class DayRuleText {
  private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");
  private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

  private final List<String> words;
  private int next;

  private DayRuleText(String text) {
    this.words = List.of(text.strip().split(" +"));
  }

  /** A rule for every year: the name, a colon, the rule, its conditions and where it moves. */
  static DayRule rule(String text, @Nullable LocalTime close) {
    int colon = colon(text);
    DayRuleText reader = new DayRuleText(text.substring(colon + 1));
    DateRule dates = reader.dateRule();
    return reader.conditions(text.substring(0, colon), close, dates);
  }

  /** Dates that follow no rule: the name, a colon and ISO dates. */
  static DayRule dates(String text, @Nullable LocalTime close) {
    int colon = colon(text);
    List<LocalDate> dates =
        new DayRuleText(text.substring(colon + 1)).words.stream().map(LocalDate::parse).toList();
    return new DayRule(
        text.substring(0, colon),
        close,
        new DateRule.Listed(dates),
        DayRule.Years.ALL,
        EVERY_DAY,
        0,
        Shift.NONE);
  }

  private static int colon(String text) {
    int colon = text.indexOf(": ");
    if (colon < 1) {
      throw new IllegalArgumentException("expected a name and a colon, found '" + text + "'");
    }
    return colon;
  }

  private String word() {
    if (next >= words.size()) {
      throw new IllegalArgumentException("expected more after '" + String.join(" ", words) + "'");
    }
    return words.get(next++);
  }

  private DateRule dateRule() {
    String first = word();
    if (first.startsWith("easter")) {
      return new DateRule.FromEaster(false, Integer.parseInt(first.substring(6)));
    }
    if (first.startsWith("orthodox")) {
      return new DateRule.FromEaster(true, Integer.parseInt(first.substring(8)));
    }
    int ordinal = first.equals("last") ? -1 : ORDINALS.indexOf(first) + 1;
    if (ordinal != 0) {
      DayOfWeek weekday = weekday(word());
      expect("of");
      return new DateRule.WeekdayOfMonth(ordinal, weekday, Month.of(Integer.parseInt(word())));
    }
    if (Character.isDigit(first.charAt(0))) {
      return new DateRule.Fixed(monthDay(first));
    }
    DayOfWeek weekday = weekday(first);
    expect("from");
    return new DateRule.WeekdayFrom(weekday, monthDay(word()));
  }

  private DayRule conditions(String name, @Nullable LocalTime close, DateRule dates) {
    int since = 0;
    int until = Integer.MAX_VALUE;
    Set<Integer> only = Set.of();
    Set<Integer> except = Set.of();
    Set<DayOfWeek> weekdays = EVERY_DAY;
    int plusDays = 0;
    Shift shift = Shift.NONE;
    while (next < words.size()) {
      String word = word();
      switch (word) {
        case "since" -> since = Integer.parseInt(word());
        case "until" -> until = Integer.parseInt(word());
        case "only" -> only = years(word());
        case "except" -> except = years(word());
        case "on" ->
            weekdays =
                Arrays.stream(word().split(","))
                    .map(DayRuleText::weekday)
                    .collect(Collectors.toUnmodifiableSet());
        case "plus" -> plusDays = Integer.parseInt(word());
        default -> shift = Shift.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
      }
    }
    DayRule.Years years = new DayRule.Years(since, until, only, except);
    return new DayRule(name, close, dates, years, weekdays, plusDays, shift);
  }

  private void expect(String wanted) {
    String found = word();
    if (!found.equals(wanted)) {
      throw new IllegalArgumentException("expected '" + wanted + "', found '" + found + "'");
    }
  }

  private static Set<Integer> years(String text) {
    return Arrays.stream(text.split(","))
        .map(Integer::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static MonthDay monthDay(String text) {
    return MonthDay.parse("--" + text);
  }

  /** A weekday by its English name or the first three letters of it. */
  private static DayOfWeek weekday(String text) {
    String wanted = text.toUpperCase(Locale.ROOT);
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().equals(wanted) || day.name().substring(0, 3).equals(wanted))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("expected a weekday, found '" + text + "'"));
  }
}
