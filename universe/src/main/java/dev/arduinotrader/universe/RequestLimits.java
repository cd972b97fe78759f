package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.universe.model.validation.FindingKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How much may be asked for in one request. */
final class RequestLimits {
  private static final int HISTORIES_MAX = 5_000;
  private static final int QUOTES_MAX = 1_000;
  private static final int RATES_MAX = 200;
  private static final int EXCHANGES_MAX = 200;
  private static final int CALENDAR_YEARS_MAX = 100;

  private static final Pattern CURSOR = Pattern.compile("[0-9]{1,18}:[0-9]{1,9}");

  /** Beyond these instants calendars and stored microseconds make no sense. */
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private final List<Fault> faults = new ArrayList<>();

  private RequestLimits() {}

  static Optional<Problem> check(CallContext context) {
    return new RequestLimits().instant("decision_time", context.decisionTime()).problem();
  }

  static Optional<Problem> check(UniverseQuery query) {
    return new RequestLimits().number("limit", query.limit(), UniverseQuery.LIMIT_MAX).problem();
  }

  static Optional<Problem> check(CallContext context, HistoryRequest request) {
    return new RequestLimits()
        .instant("decision_time", context.decisionTime())
        .number("bars_max", request.barsMax(), HistoryRequest.BARS_LIMIT)
        .size("isins", request.isins().size(), HISTORIES_MAX)
        .size("held", request.held().size(), HISTORIES_MAX)
        .problem();
  }

  static Optional<Problem> check(CallContext context, QuoteRequest request) {
    RequestLimits limits =
        new RequestLimits()
            .instant("decision_time", context.decisionTime())
            .size("questions", request.questions().size(), QUOTES_MAX);
    for (QuoteRequest.Question question : request.questions()) {
      limits.instant("first_after of " + question.isin(), question.firstAfter());
    }
    return limits.problem();
  }

  static Optional<Problem> check(CallContext context, FxRequest request) {
    return new RequestLimits()
        .instant("decision_time", context.decisionTime())
        .instant("first_after", request.firstAfter())
        .size("quotes", request.quotes().size(), RATES_MAX)
        .problem();
  }

  static Optional<Problem> check(CallContext context, ActionQuery query) {
    RequestLimits limits =
        new RequestLimits()
            .instant("decision_time", context.decisionTime())
            .size("isins", query.isins().size(), HISTORIES_MAX)
            .number("limit", query.limit(), ActionQuery.LIMIT_MAX);
    return limits.dates(query.from(), query.to()).problem();
  }

  static Optional<Problem> check(CallContext context, MarketDataRequest request) {
    return new RequestLimits()
        .instant("decision_time", context.decisionTime())
        .number("limit", request.limit(), MarketDataRequest.LIMIT_MAX)
        .dates(request.from(), request.to())
        .problem();
  }

  private RequestLimits dates(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      faults.add(new Fault("to", "expected a date not before %s, found %s".formatted(from, to)));
    }
    return this;
  }

  static Optional<Problem> check(CallContext context, FundamentalsQuery query) {
    return new RequestLimits()
        .instant("decision_time", context.decisionTime())
        .size("isins", query.isins().size(), FundamentalsQuery.ISINS_MAX)
        .problem();
  }

  static Optional<Problem> check(SearchRequest request) {
    RequestLimits limits =
        new RequestLimits().number("limit", request.limit(), SearchRequest.LIMIT_MAX);
    int length = request.text().strip().length();
    if (length < 1 || length > SearchRequest.TEXT_LENGTH_MAX) {
      limits.faults.add(
          new Fault(
              "text",
              "expected 1 to %d characters, found %d"
                  .formatted(SearchRequest.TEXT_LENGTH_MAX, length)));
    }
    return limits.problem();
  }

  static Optional<Problem> check(CallContext context, FxHistoryRequest request) {
    RequestLimits limits =
        new RequestLimits()
            .instant("decision_time", context.decisionTime())
            .number("limit", request.limit(), FxHistoryRequest.LIMIT_MAX);
    if (request.to().isBefore(request.from())) {
      limits.faults.add(
          new Fault(
              "to",
              "expected a date not before %s, found %s".formatted(request.from(), request.to())));
    }
    if (request.base().equals(request.quote())) {
      limits.faults.add(
          new Fault("quote", "expected another currency than the base, found " + request.quote()));
    }
    return limits.problem();
  }

  static Optional<Problem> check(CallContext context, MarketStatusRequest request) {
    return new RequestLimits()
        .instant("decision_time", context.decisionTime())
        .size("exchanges", request.exchanges().size(), EXCHANGES_MAX)
        .problem();
  }

  static Optional<Problem> check(CalendarRequest request) {
    RequestLimits limits =
        new RequestLimits().number("limit", request.limit(), CalendarRequest.LIMIT_MAX);
    if (request.to().isBefore(request.from())
        || request.to().isAfter(request.from().plusYears(CALENDAR_YEARS_MAX))) {
      limits.faults.add(
          new Fault(
              "to",
              "expected a date from %s to %d years later, found %s"
                  .formatted(request.from(), CALENDAR_YEARS_MAX, request.to())));
    }
    return limits.problem();
  }

  static Optional<Problem> check(FindingQuery query) {
    RequestLimits limits =
        new RequestLimits().number("limit", query.limit(), FindingQuery.LIMIT_MAX);
    String after = query.after();
    if (after != null && !CURSOR.matcher(after).matches()) {
      limits.faults.add(
          new Fault("after", "expected what a page gave as next, found '" + after + "'"));
    }
    String kind = query.kind();
    if (kind != null && Stream.of(FindingKind.values()).noneMatch(k -> k.name().equals(kind))) {
      limits.faults.add(
          new Fault(
              "kind",
              "expected one of %s, found '%s'".formatted(List.of(FindingKind.values()), kind)));
    }
    return limits.problem();
  }

  private RequestLimits instant(String place, @Nullable Instant instant) {
    if (instant != null && (instant.isBefore(EARLIEST) || instant.isAfter(LATEST))) {
      faults.add(new Fault(place, "expected an instant from 1900 to 2200, found " + instant));
    }
    return this;
  }

  private RequestLimits number(String place, int value, int max) {
    if (value < 1 || value > max) {
      faults.add(new Fault(place, "expected 1 to " + max + ", found " + value));
    }
    return this;
  }

  private RequestLimits size(String place, int size, int max) {
    if (size > max) {
      faults.add(new Fault(place, "expected at most " + max + ", found " + size));
    }
    return this;
  }

  private Optional<Problem> problem() {
    return faults.isEmpty() ? Optional.empty() : Optional.of(Problem.invalid(faults));
  }
}
