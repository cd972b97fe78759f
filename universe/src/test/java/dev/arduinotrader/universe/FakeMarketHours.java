package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The market hours of the fake: open round the clock, unless a test says otherwise; its calendar
 * has a session every Monday to Friday until {@link FakeUniverse#CLOSE_TIME}.
 */
final class FakeMarketHours {
  private static final LocalTime OPEN_TIME = LocalTime.of(13, 30);
  private static final LocalDate FROM = LocalDate.of(2000, 1, 1);
  private static final LocalDate UNTIL = LocalDate.of(2099, 12, 31);

  private record Told(MarketPhase phase, BuyRule buyRule) {}

  private final Map<String, Told> told = new HashMap<>();

  void tell(String exchange, MarketPhase phase, BuyRule buyRule) {
    told.put(exchange, new Told(phase, buyRule));
  }

  MarketStatuses statuses(MarketStatusRequest request, Instant now) {
    return new MarketStatuses(
        request.exchanges().stream().map(exchange -> status(exchange, now)).toList(), List.of());
  }

  private MarketStatus status(String exchange, Instant now) {
    Told one = told.getOrDefault(exchange, new Told(MarketPhase.OPEN, BuyRule.FLEXIBLE));
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return new MarketStatus(
        exchange,
        "Fake " + exchange,
        ZoneOffset.UTC,
        one.buyRule(),
        one.phase(),
        today,
        null,
        null,
        null,
        UNTIL);
  }

  static Result<CalendarPage> calendar(CalendarRequest request) {
    if (request.exchange().equals("XXXX")) {
      return CommonReason.NOT_FOUND.failure("no calendar is known of exchange 'XXXX'");
    }
    LocalDate end = request.from().plusDays(request.limit() - 1L);
    LocalDate last = end.isBefore(request.to()) ? end : request.to();
    List<CalendarPage.TradingSession> sessions = new ArrayList<>();
    for (LocalDate date = request.from(); !date.isAfter(last); date = date.plusDays(1)) {
      if (date.getDayOfWeek().getValue() <= 5) {
        Instant open = date.atTime(OPEN_TIME).toInstant(ZoneOffset.UTC);
        Instant close = date.atTime(FakeUniverse.CLOSE_TIME).toInstant(ZoneOffset.UTC);
        sessions.add(new CalendarPage.TradingSession(date, open, close, List.of(), close, null));
      }
    }
    return Result.success(
        new CalendarPage(
            request.exchange(),
            "Fake " + request.exchange(),
            ZoneOffset.UTC,
            FROM,
            UNTIL,
            sessions,
            List.of(),
            List.of(),
            last.isBefore(request.to()) ? last.plusDays(1) : null));
  }
}
