package dev.arduinotrader.universe.model.calendar;

import dev.arduinotrader.universe.BuyRule;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the rules of exchanges, one text each; what a line may say is told in calendars.md. */
public final class CalendarReader {
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

  private final List<String> codes;
  private final Function<String, String> texts;
  private final List<TradingHours> hours = new ArrayList<>();
  private final List<DayRule> days = new ArrayList<>();
  private @Nullable String name;
  private @Nullable ZoneId zone;
  private @Nullable BuyRule buyRule;
  private @Nullable LocalDate until;
  private LocalDate from = FIRST_DAY;

  private CalendarReader(List<String> codes, Function<String, String> texts) {
    this.codes = codes;
    this.texts = texts;
  }

  /**
   * The calendar of one text.
   *
   * @param codes the codes that share it, the first of which is the text's name
   * @param texts gives a text by its name, this one and those it includes
   * @throws IllegalArgumentException naming file and line of the first fault
   */
  public static ExchangeCalendar read(List<String> codes, Function<String, String> texts) {
    return new ExchangeCalendar(new CalendarReader(codes, texts).rules());
  }

  private ExchangeRules rules() {
    List<String> lines = texts.apply(codes.getFirst()).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        try {
          take(line);
        } catch (RuntimeException fault) {
          throw new IllegalArgumentException(
              "calendar %s, line %d '%s': %s"
                  .formatted(codes.getFirst(), i + 1, line, fault.getMessage()),
              fault);
        }
      }
    }
    return new ExchangeRules(
        stated(name, "name"),
        codes,
        stated(zone, "zone"),
        stated(buyRule, "buy"),
        from,
        stated(until, "until"),
        hours,
        days);
  }

  private <T> T stated(@Nullable T value, String key) {
    return Objects.requireNonNull(
        value,
        () -> "calendar " + codes.getFirst() + ": expected a line '" + key + "', found none");
  }

  private void take(String line) {
    int space = line.indexOf(' ');
    String key = space < 0 ? line : line.substring(0, space);
    String rest = space < 0 ? "" : line.substring(space).strip();
    switch (key) {
      case "name" -> name = rest;
      case "zone" -> zone = ZoneId.of(rest);
      case "buy" -> buyRule = buyRule(rest);
      case "from" -> from = LocalDate.parse(rest);
      case "until" -> until = LocalDate.parse(rest);
      case "hours" -> hours.add(hours(List.of(rest.split(" +"))));
      case "include" -> days.addAll(new CalendarReader(List.of(rest), texts).rules().days());
      case "holiday" -> days.add(DayRuleText.rule(rest, null));
      case "closed" -> days.add(DayRuleText.dates(rest, null));
      case "early" -> days.add(DayRuleText.rule(afterTime(rest), timeOf(rest)));
      case "half" -> days.add(DayRuleText.dates(afterTime(rest), timeOf(rest)));
      default ->
          throw new IllegalArgumentException(
              "expected name, zone, buy, from, until, hours, include, holiday, closed,"
                  + " early or half, found '"
                  + key
                  + "'");
    }
  }

  private static BuyRule buyRule(String text) {
    return switch (text) {
      case "strict" -> BuyRule.STRICT;
      case "flexible" -> BuyRule.FLEXIBLE;
      default ->
          throw new IllegalArgumentException("expected strict or flexible, found '" + text + "'");
    };
  }

  private static LocalTime timeOf(String text) {
    return LocalTime.parse(text.substring(0, text.indexOf(' ')));
  }

  private static String afterTime(String text) {
    return text.substring(text.indexOf(' ')).strip();
  }

  /** Such as {@code 09:30-12:00 13:00-16:00 closing-price 10 from 2012-03-05}. */
  private static TradingHours hours(List<String> words) {
    List<TradingHours.Block> blocks = new ArrayList<>();
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      switch (word) {
        case "closing-price", "from" -> options.put(word, words.get(++i));
        default -> {
          String[] times = word.split("-", 2);
          blocks.add(new TradingHours.Block(LocalTime.parse(times[0]), LocalTime.parse(times[1])));
        }
      }
    }
    return new TradingHours(
        LocalDate.parse(options.getOrDefault("from", FIRST_DAY.toString())),
        blocks,
        Integer.parseInt(options.getOrDefault("closing-price", "0")));
  }
}
