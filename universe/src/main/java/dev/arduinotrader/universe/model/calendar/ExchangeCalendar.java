package dev.arduinotrader.universe.model.calendar;

import dev.arduinotrader.universe.BuyRule;
import dev.arduinotrader.universe.MarketPhase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The trading days and hours of one exchange. */
public final class ExchangeCalendar {
  /** No exchange has ever rested longer; Athens in 2015 came to 35 days. */
  private static final int REST_DAYS_MAX = 60;

  private final ExchangeRules rules;
  private final Map<LocalDate, String> holidays = new HashMap<>();
  private final Map<LocalDate, EarlyClose> earlyCloses = new HashMap<>();

  ExchangeCalendar(ExchangeRules rules) {
    this.rules = rules;
    for (DayRule rule : rules.days()) {
      // A holiday may be moved into the year before or after its own.
      for (int year = rules.from().getYear() - 1; year <= rules.until().getYear() + 1; year++) {
        rule.daysOf(year, holidays::containsKey).forEach(day -> add(rule, day));
      }
    }
  }

  private void add(DayRule rule, LocalDate day) {
    if (rule.close() == null) {
      holidays.putIfAbsent(day, rule.name());
    } else {
      earlyCloses.putIfAbsent(day, new EarlyClose(rule.name(), rule.close()));
    }
  }

  /** An exchange that trades every Monday to Friday at the same hours. */
  public static ExchangeCalendar everyWeekday(
      String name, String code, ZoneId zone, TradingHours hours, LocalDate until) {
    return new ExchangeCalendar(
        new ExchangeRules(
            name,
            List.of(code),
            zone,
            BuyRule.FLEXIBLE,
            hours.from(),
            until,
            List.of(hours),
            List.of()));
  }

  public String name() {
    return rules.name();
  }

  /** The ISO 10383 market identifier codes that share this calendar, the usual one first. */
  public List<String> codes() {
    return rules.codes();
  }

  /** The zone that its dates and hours are in. */
  public ZoneId zone() {
    return rules.zone();
  }

  public BuyRule buyRule() {
    return rules.buyRule();
  }

  /** The first day known. */
  public LocalDate from() {
    return rules.from();
  }

  /** The last day known. */
  public LocalDate until() {
    return rules.until();
  }

  /** The date at the exchange. */
  public LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, rules.zone());
  }

  /** Whether there is a session on a date. */
  public SessionAnswer isSession(LocalDate date) {
    if (!isKnown(date)) {
      return SessionAnswer.UNKNOWN;
    }
    return restReason(date) == null ? SessionAnswer.YES : SessionAnswer.NO;
  }

  /** What a date is. */
  public MarketDay day(LocalDate date) {
    if (!isKnown(date)) {
      return new MarketDay.Unknown(
          date,
          "the calendar of %s is known from %s until %s"
              .formatted(rules.codes().getFirst(), rules.from(), rules.until()));
    }
    String rest = restReason(date);
    return rest == null
        ? hours(date).session(date, rules.zone(), earlyCloses.get(date))
        : new MarketDay.Closed(date, rest);
  }

  private boolean isKnown(LocalDate date) {
    return !date.isBefore(rules.from()) && !date.isAfter(rules.until());
  }

  private @Nullable String restReason(LocalDate date) {
    return Shift.isWeekend(date) ? "weekend" : holidays.get(date);
  }

  private TradingHours hours(LocalDate date) {
    TradingHours hours = rules.hours().getFirst();
    for (TradingHours later : rules.hours()) {
      if (!later.from().isAfter(date)) {
        hours = later;
      }
    }
    return hours;
  }

  /**
   * The hours of a date, at which its prices became known: those of its session; without one, or
   * where nothing is known, those of an ordinary day.
   */
  public MarketDay.Session hoursOf(LocalDate date) {
    return day(date) instanceof MarketDay.Session session
        ? session
        : hours(date).session(date, rules.zone(), null);
  }

  /** The first session after a date; empty when it would lie outside the known time. */
  public Optional<MarketDay.Session> nextSession(LocalDate after) {
    return step(after, 1);
  }

  /** The last session before a date; empty when it would lie outside the known time. */
  public Optional<MarketDay.Session> previousSession(LocalDate before) {
    return step(before, -1);
  }

  private Optional<MarketDay.Session> step(LocalDate start, int days) {
    LocalDate date = start;
    for (int i = 0; i < REST_DAYS_MAX; i++) {
      date = date.plusDays(days);
      switch (day(date)) {
        case MarketDay.Session session -> {
          return Optional.of(session);
        }
        case MarketDay.Unknown ignored -> {
          return Optional.empty();
        }
        case MarketDay.Closed ignored -> {}
      }
    }
    return Optional.empty();
  }

  /**
   * The date so many sessions after a date, or before it when negative; 0 gives the date itself.
   * Empty when that, or a day on the way, lies outside the known time.
   */
  public Optional<LocalDate> plusSessions(LocalDate date, int sessions) {
    Optional<LocalDate> reached = Optional.of(date);
    for (int i = 0; i < Math.abs(sessions) && reached.isPresent(); i++) {
      reached = step(reached.get(), Integer.signum(sessions)).map(MarketDay.Session::date);
    }
    return reached;
  }

  /**
   * How many sessions lie after the first date and not after the second; negative when the second
   * is the earlier one. Empty when a day between them lies outside the known time.
   */
  public OptionalInt sessionsBetween(LocalDate first, LocalDate second) {
    if (second.isBefore(first)) {
      OptionalInt back = sessionsBetween(second, first);
      return back.isPresent() ? OptionalInt.of(-back.getAsInt()) : back;
    }
    if (!second.isEqual(first) && !(isKnown(first.plusDays(1)) && isKnown(second))) {
      return OptionalInt.empty();
    }
    int count = 0;
    for (LocalDate date = first.plusDays(1); !date.isAfter(second); date = date.plusDays(1)) {
      if (restReason(date) == null) {
        count++;
      }
    }
    return OptionalInt.of(count);
  }

  /** When trading next begins, strictly after an instant; empty when that is not known. */
  public Optional<Instant> nextOpen(Instant instant) {
    LocalDate today = date(instant);
    if (day(today) instanceof MarketDay.Session session) {
      for (MarketDay.Block block : session.blocks()) {
        if (block.start().isAfter(instant)) {
          return Optional.of(block.start());
        }
      }
    }
    return isKnown(today) ? nextSession(today).map(MarketDay.Session::open) : Optional.empty();
  }

  /** When a session next ends, strictly after an instant; empty when that is not known. */
  public Optional<Instant> nextClose(Instant instant) {
    LocalDate today = date(instant);
    if (day(today) instanceof MarketDay.Session session && session.close().isAfter(instant)) {
      return Optional.of(session.close());
    }
    return isKnown(today) ? nextSession(today).map(MarketDay.Session::close) : Optional.empty();
  }

  /** What the exchange is doing at an instant; a block's first instant is open, its end is not. */
  public MarketState state(Instant instant) {
    MarketDay day = day(date(instant));
    return new MarketState(
        phase(day, instant), day, nextOpen(instant).orElse(null), nextClose(instant).orElse(null));
  }

  private static MarketPhase phase(MarketDay day, Instant instant) {
    return switch (day) {
      case MarketDay.Unknown ignored -> MarketPhase.UNKNOWN;
      case MarketDay.Closed ignored -> MarketPhase.CLOSED;
      case MarketDay.Session session -> {
        if (instant.isBefore(session.open()) || !instant.isBefore(session.close())) {
          yield MarketPhase.CLOSED;
        }
        boolean trading =
            session.blocks().stream()
                .anyMatch(
                    block -> !instant.isBefore(block.start()) && instant.isBefore(block.end()));
        yield trading ? MarketPhase.OPEN : MarketPhase.LUNCH_BREAK;
      }
    };
  }

  @Override
  public String toString() {
    return "calendar of " + String.join(", ", rules.codes());
  }
}
