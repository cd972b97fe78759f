package dev.arduinotrader.universe.grpc;

import dev.arduinotrader.contracts.universe.DateSpan;
import dev.arduinotrader.contracts.universe.GetCalendarRequest;
import dev.arduinotrader.contracts.universe.GetCalendarResponse;
import dev.arduinotrader.contracts.universe.GetMarketStatusRequest;
import dev.arduinotrader.contracts.universe.GetMarketStatusResponse;
import dev.arduinotrader.contracts.universe.Holiday;
import dev.arduinotrader.contracts.universe.TradingBreak;
import dev.arduinotrader.contracts.universe.TradingSession;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.FieldReader;
import dev.arduinotrader.universe.BuyRule;
import dev.arduinotrader.universe.CalendarPage;
import dev.arduinotrader.universe.CalendarRequest;
import dev.arduinotrader.universe.MarketPhase;
import dev.arduinotrader.universe.MarketStatus;
import dev.arduinotrader.universe.MarketStatusRequest;
import dev.arduinotrader.universe.MarketStatuses;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The messages of market hours and calendars, both ways. */
final class CalendarMessages {
  private CalendarMessages() {}

  static GetMarketStatusRequest toProto(MarketStatusRequest request) {
    return GetMarketStatusRequest.newBuilder().addAllExchanges(request.exchanges()).build();
  }

  static MarketStatusRequest statusRequest(GetMarketStatusRequest message) {
    return new MarketStatusRequest(message.getExchangesList());
  }

  static GetMarketStatusResponse toProto(MarketStatuses statuses) {
    return GetMarketStatusResponse.newBuilder()
        .addAllStatuses(statuses.statuses().stream().map(CalendarMessages::toProto).toList())
        .addAllAbsent(UniverseMessages.toProto(statuses.absent()))
        .build();
  }

  static MarketStatuses statuses(GetMarketStatusResponse message) {
    return new MarketStatuses(
        message.getStatusesList().stream().map(CalendarMessages::status).toList(),
        UniverseMessages.absent(message.getAbsentList()));
  }

  private static dev.arduinotrader.contracts.universe.MarketStatus toProto(MarketStatus status) {
    var message =
        dev.arduinotrader.contracts.universe.MarketStatus.newBuilder()
            .setExchange(status.exchange())
            .setName(status.name())
            .setZone(status.zone().getId())
            .setBuyRule(toProto(status.buyRule()))
            .setPhase(toProto(status.phase()))
            .setDate(status.date().toString())
            .setNote(Objects.requireNonNullElse(status.note(), ""))
            .setKnownUntil(status.knownUntil().toString());
    if (status.nextOpen() != null) {
      message.setNextOpen(CommonMessages.toProto(status.nextOpen()));
    }
    if (status.nextClose() != null) {
      message.setNextClose(CommonMessages.toProto(status.nextClose()));
    }
    return message.build();
  }

  private static MarketStatus status(dev.arduinotrader.contracts.universe.MarketStatus message) {
    return new MarketStatus(
        message.getExchange(),
        message.getName(),
        ZoneId.of(message.getZone()),
        buyRule(message.getBuyRule()),
        phase(message.getPhase()),
        LocalDate.parse(message.getDate()),
        orNull(message.getNote()),
        message.hasNextOpen() ? CommonMessages.instant(message.getNextOpen()) : null,
        message.hasNextClose() ? CommonMessages.instant(message.getNextClose()) : null,
        LocalDate.parse(message.getKnownUntil()));
  }

  private static dev.arduinotrader.contracts.universe.MarketPhase toProto(MarketPhase phase) {
    return switch (phase) {
      case OPEN -> dev.arduinotrader.contracts.universe.MarketPhase.MARKET_PHASE_OPEN;
      case LUNCH_BREAK -> dev.arduinotrader.contracts.universe.MarketPhase.MARKET_PHASE_LUNCH_BREAK;
      case CLOSED -> dev.arduinotrader.contracts.universe.MarketPhase.MARKET_PHASE_CLOSED;
      case UNKNOWN -> dev.arduinotrader.contracts.universe.MarketPhase.MARKET_PHASE_UNKNOWN;
    };
  }

  /** A phase that this version does not know is one in which no order may leave. */
  private static MarketPhase phase(dev.arduinotrader.contracts.universe.MarketPhase phase) {
    return switch (phase) {
      case MARKET_PHASE_OPEN -> MarketPhase.OPEN;
      case MARKET_PHASE_LUNCH_BREAK -> MarketPhase.LUNCH_BREAK;
      case MARKET_PHASE_CLOSED -> MarketPhase.CLOSED;
      case MARKET_PHASE_UNKNOWN, MARKET_PHASE_UNSPECIFIED, UNRECOGNIZED -> MarketPhase.UNKNOWN;
    };
  }

  private static dev.arduinotrader.contracts.universe.BuyRule toProto(BuyRule rule) {
    return switch (rule) {
      case STRICT -> dev.arduinotrader.contracts.universe.BuyRule.BUY_RULE_STRICT;
      case FLEXIBLE -> dev.arduinotrader.contracts.universe.BuyRule.BUY_RULE_FLEXIBLE;
    };
  }

  /** A rule that this version does not know is taken for the stricter one. */
  private static BuyRule buyRule(dev.arduinotrader.contracts.universe.BuyRule rule) {
    return switch (rule) {
      case BUY_RULE_FLEXIBLE -> BuyRule.FLEXIBLE;
      case BUY_RULE_STRICT, BUY_RULE_UNSPECIFIED, UNRECOGNIZED -> BuyRule.STRICT;
    };
  }

  static GetCalendarRequest toProto(CalendarRequest request) {
    return GetCalendarRequest.newBuilder()
        .setExchange(request.exchange())
        .setFrom(request.from().toString())
        .setTo(request.to().toString())
        .setLimit(request.limit())
        .build();
  }

  static CalendarRequest calendarRequest(GetCalendarRequest message) {
    FieldReader fields = new FieldReader();
    fields.text("exchange", message.getExchange());
    fields.date("from", message.getFrom());
    fields.date("to", message.getTo());
    return fields.build(
        () ->
            new CalendarRequest(
                message.getExchange(),
                LocalDate.parse(message.getFrom()),
                LocalDate.parse(message.getTo()),
                message.hasLimit() ? message.getLimit() : CalendarRequest.LIMIT_MAX));
  }

  static GetCalendarResponse toProto(CalendarPage page) {
    LocalDate next = page.nextFrom();
    return GetCalendarResponse.newBuilder()
        .setExchange(page.exchange())
        .setName(page.name())
        .setZone(page.zone().getId())
        .setKnownFrom(page.knownFrom().toString())
        .setKnownUntil(page.knownUntil().toString())
        .addAllSessions(page.sessions().stream().map(CalendarMessages::toProto).toList())
        .addAllHolidays(
            page.holidays().stream()
                .map(
                    holiday ->
                        Holiday.newBuilder()
                            .setDate(holiday.date().toString())
                            .setName(holiday.name())
                            .build())
                .toList())
        .addAllUnknown(
            page.unknown().stream()
                .map(
                    span ->
                        DateSpan.newBuilder()
                            .setFrom(span.from().toString())
                            .setTo(span.to().toString())
                            .build())
                .toList())
        .setNextFrom(next == null ? "" : next.toString())
        .build();
  }

  static CalendarPage page(GetCalendarResponse message) {
    return new CalendarPage(
        message.getExchange(),
        message.getName(),
        ZoneId.of(message.getZone()),
        LocalDate.parse(message.getKnownFrom()),
        LocalDate.parse(message.getKnownUntil()),
        message.getSessionsList().stream().map(CalendarMessages::session).toList(),
        message.getHolidaysList().stream()
            .map(
                holiday ->
                    new CalendarPage.Holiday(LocalDate.parse(holiday.getDate()), holiday.getName()))
            .toList(),
        message.getUnknownList().stream()
            .map(
                span ->
                    new CalendarPage.Span(
                        LocalDate.parse(span.getFrom()), LocalDate.parse(span.getTo())))
            .toList(),
        message.getNextFrom().isEmpty() ? null : LocalDate.parse(message.getNextFrom()));
  }

  private static TradingSession toProto(CalendarPage.TradingSession session) {
    return TradingSession.newBuilder()
        .setDate(session.date().toString())
        .setOpen(CommonMessages.toProto(session.open()))
        .setClose(CommonMessages.toProto(session.close()))
        .addAllBreaks(
            session.breaks().stream()
                .map(
                    pause ->
                        TradingBreak.newBuilder()
                            .setStart(CommonMessages.toProto(pause.start()))
                            .setEnd(CommonMessages.toProto(pause.end()))
                            .build())
                .toList())
        .setCloseKnownAt(CommonMessages.toProto(session.closeKnownAt()))
        .setShortenedBy(Objects.requireNonNullElse(session.shortenedBy(), ""))
        .build();
  }

  private static CalendarPage.TradingSession session(TradingSession message) {
    return new CalendarPage.TradingSession(
        LocalDate.parse(message.getDate()),
        CommonMessages.instant(message.getOpen()),
        CommonMessages.instant(message.getClose()),
        message.getBreaksList().stream()
            .map(
                pause ->
                    new CalendarPage.Break(
                        CommonMessages.instant(pause.getStart()),
                        CommonMessages.instant(pause.getEnd())))
            .toList(),
        CommonMessages.instant(message.getCloseKnownAt()),
        orNull(message.getShortenedBy()));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
