package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.calendars.ExchangeCalendars;
import dev.arduinotrader.universe.model.Market;
import dev.arduinotrader.universe.model.Venue;
import dev.arduinotrader.universe.model.calendar.ExchangeCalendar;
import dev.arduinotrader.universe.model.calendar.MarketDay;
import dev.arduinotrader.universe.model.calendar.MarketState;
import dev.arduinotrader.universe.model.sample.SampleVenues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers when exchanges trade, real ones and those of the sample market. */
final class MarketHours {
  private MarketHours() {}

  /** What exchanges are doing. */
  static MarketStatuses statuses(Market market, MarketStatusRequest request, Instant now) {
    List<String> exchanges =
        request.exchanges().isEmpty()
            ? market.securities().stream().map(Security::exchange).distinct().sorted().toList()
            : request.exchanges();
    List<MarketStatus> statuses = new ArrayList<>();
    List<Absent> absent = new ArrayList<>();
    for (String exchange : exchanges) {
      Optional<ExchangeCalendar> calendar = calendar(exchange);
      if (calendar.isPresent()) {
        statuses.add(status(exchange, calendar.get(), now));
      } else {
        absent.add(new Absent(exchange, unknown(exchange)));
      }
    }
    return new MarketStatuses(statuses, absent);
  }

  private static Optional<ExchangeCalendar> calendar(String exchange) {
    return SampleVenues.all().stream()
        .filter(venue -> venue.mic().equals(exchange))
        .map(Venue::calendar)
        .findFirst()
        .or(() -> ExchangeCalendars.find(exchange));
  }

  private static String unknown(String exchange) {
    return "no calendar is known of exchange '%s'\nMaybe one of %s is meant."
        .formatted(exchange, String.join(", ", ExchangeCalendars.codes()));
  }

  private static MarketStatus status(String exchange, ExchangeCalendar calendar, Instant now) {
    MarketState state = calendar.state(now);
    return new MarketStatus(
        exchange,
        calendar.name(),
        calendar.zone(),
        calendar.buyRule(),
        state.phase(),
        state.day().date(),
        note(state.day()),
        state.nextOpen(),
        state.nextClose(),
        calendar.until());
  }

  private static @Nullable String note(MarketDay day) {
    return switch (day) {
      case MarketDay.Session session -> session.shortenedBy();
      case MarketDay.Closed closed -> closed.reason();
      case MarketDay.Unknown unknown -> unknown.reason();
    };
  }

  /** Days of an exchange; NOT_FOUND when no calendar is known of it. */
  static Result<CalendarPage> calendar(CalendarRequest request) {
    return calendar(request.exchange())
        .map(calendar -> Result.success(page(calendar, request)))
        .orElseGet(() -> CommonReason.NOT_FOUND.failure(unknown(request.exchange())));
  }

  private static CalendarPage page(ExchangeCalendar calendar, CalendarRequest request) {
    LocalDate pageEnd = request.from().plusDays(request.limit() - 1L);
    boolean more = pageEnd.isBefore(request.to());
    LocalDate last = more ? pageEnd : request.to();
    List<CalendarPage.TradingSession> sessions = new ArrayList<>();
    List<CalendarPage.Holiday> holidays = new ArrayList<>();
    List<CalendarPage.Span> unknown = new ArrayList<>();
    for (LocalDate date = request.from(); !date.isAfter(last); date = date.plusDays(1)) {
      switch (calendar.day(date)) {
        case MarketDay.Session session -> sessions.add(session(session));
        case MarketDay.Closed closed -> {
          if (date.getDayOfWeek().getValue() <= 5) {
            holidays.add(new CalendarPage.Holiday(date, closed.reason()));
          }
        }
        case MarketDay.Unknown ignored -> extend(unknown, date);
      }
    }
    return new CalendarPage(
        request.exchange(),
        calendar.name(),
        calendar.zone(),
        calendar.from(),
        calendar.until(),
        sessions,
        holidays,
        unknown,
        more ? last.plusDays(1) : null);
  }

  private static void extend(List<CalendarPage.Span> spans, LocalDate date) {
    boolean joins = !spans.isEmpty() && spans.getLast().to().plusDays(1).isEqual(date);
    LocalDate from = joins ? spans.removeLast().from() : date;
    spans.add(new CalendarPage.Span(from, date));
  }

  private static CalendarPage.TradingSession session(MarketDay.Session session) {
    List<CalendarPage.Break> breaks = new ArrayList<>();
    for (int i = 1; i < session.blocks().size(); i++) {
      Instant morningEnd = session.blocks().get(i - 1).end();
      Instant afternoonStart = session.blocks().get(i).start();
      breaks.add(new CalendarPage.Break(morningEnd, afternoonStart));
    }
    return new CalendarPage.TradingSession(
        session.date(),
        session.open(),
        session.close(),
        breaks,
        session.priceAt(),
        session.shortenedBy());
  }
}
