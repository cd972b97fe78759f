package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.universe.CalendarPage;
import dev.arduinotrader.universe.CalendarRequest;
import dev.arduinotrader.universe.MarketStatus;
import dev.arduinotrader.universe.MarketStatusRequest;
import dev.arduinotrader.universe.MarketStatuses;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** When exchanges trade. */
@Command(name = "market", description = "When exchanges trade.")
final class MarketCommand {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int DAYS_SHOWN = 30;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("EEE dd MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);

  private final Invocation invocation;

  MarketCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Command(name = "status", description = "Which exchanges are open, and when that changes.")
  int status(
      @Parameters(
              paramLabel = "EXCHANGE",
              arity = "0..*",
              description =
                  "Market identifier codes such as XNAS; those of your securities when left out.")
          @Nullable List<String> exchanges) {
    MarketStatusRequest request =
        new MarketStatusRequest(exchanges == null ? List.of() : exchanges);
    return invocation.show(
        session -> session.services().universe().getMarketStatus(session.context(TIMEOUT), request),
        this::printStatuses);
  }

  private void printStatuses(MarketStatuses found) {
    Table table =
        new Table("EXCHANGE", "NAME", "STATE", "NEXT CHANGE (UTC)", "THERE", "BUY ORDERS", "NOTE");
    for (MarketStatus status : found.statuses()) {
      Instant change = nextChange(status);
      table.row(
          status.exchange(),
          status.name(),
          status.phase().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          change == null ? Numbers.UNKNOWN : MINUTE.format(change.atZone(ZoneOffset.UTC)),
          change == null ? Numbers.UNKNOWN : TIME.format(change.atZone(status.zone())),
          switch (status.buyRule()) {
            case STRICT -> "in sessions";
            case FLEXIBLE -> "any time";
          },
          status.note() == null ? "" : status.note());
    }
    invocation.console().print(table.render());
    found.absent().forEach(absent -> invocation.console().say(absent.reason()));
  }

  private static @Nullable Instant nextChange(MarketStatus status) {
    return switch (status.phase()) {
      case OPEN -> status.nextClose();
      case LUNCH_BREAK, CLOSED, UNKNOWN -> status.nextOpen();
    };
  }

  @Command(name = "calendar", description = "Sessions and holidays of an exchange.")
  int calendar(
      @Parameters(paramLabel = "EXCHANGE", description = "A market identifier code such as XNAS.")
          String exchange,
      @Option(names = "--from", paramLabel = "DATE", description = "First date; today by default.")
          @Nullable LocalDate from,
      @Option(names = "--to", paramLabel = "DATE", description = "Last date; 30 days by default.")
          @Nullable LocalDate to) {
    return invocation.show(
        session -> {
          CallContext context = session.context(TIMEOUT);
          LocalDate first =
              from == null ? LocalDate.ofInstant(context.decisionTime(), ZoneOffset.UTC) : from;
          LocalDate last = to == null ? first.plusDays(DAYS_SHOWN) : to;
          return whole(session, new CalendarRequest(exchange, first, last, 1_000));
        },
        this::printCalendar);
  }

  /** All pages as one. */
  private static Result<CalendarPage> whole(Session session, CalendarRequest first) {
    List<CalendarPage.TradingSession> sessions = new ArrayList<>();
    List<CalendarPage.Holiday> holidays = new ArrayList<>();
    List<CalendarPage.Span> unknown = new ArrayList<>();
    CalendarRequest request = first;
    while (true) {
      switch (session.services().universe().getCalendar(session.context(TIMEOUT), request)) {
        case Result.Failure<CalendarPage>(Problem problem) -> {
          return Result.failure(problem);
        }
        case Result.Success<CalendarPage>(CalendarPage page) -> {
          sessions.addAll(page.sessions());
          holidays.addAll(page.holidays());
          unknown.addAll(page.unknown());
          LocalDate next = page.nextFrom();
          if (next == null) {
            return Result.success(
                new CalendarPage(
                    page.exchange(),
                    page.name(),
                    page.zone(),
                    page.knownFrom(),
                    page.knownUntil(),
                    sessions,
                    holidays,
                    unknown,
                    null));
          }
          request = new CalendarRequest(first.exchange(), next, first.to(), first.limit());
        }
      }
    }
  }

  private void printCalendar(CalendarPage page) {
    Table table = new Table("DATE", "DAY", "OPEN (UTC)", "CLOSE (UTC)", "BREAK (UTC)", "NOTE");
    for (CalendarPage.TradingSession session : page.sessions()) {
      table.row(
          session.date().toString(),
          WEEKDAY.format(session.date()),
          utc(session.open()),
          utc(session.close()),
          String.join(
              ", ",
              session.breaks().stream()
                  .map(pause -> utc(pause.start()) + "-" + utc(pause.end()))
                  .toList()),
          session.shortenedBy() == null ? "" : "ends early: " + session.shortenedBy());
    }
    invocation.console().print(page.name() + "\n" + table.render());
    page.holidays()
        .forEach(
            holiday ->
                invocation
                    .console()
                    .print("closed " + holiday.date() + "  " + holiday.name() + "\n"));
    page.unknown()
        .forEach(
            span ->
                invocation
                    .console()
                    .say(
                        "%s to %s are unknown: the calendar of %s reaches from %s to %s"
                            .formatted(
                                span.from(),
                                span.to(),
                                page.exchange(),
                                page.knownFrom(),
                                page.knownUntil())));
  }

  private static String utc(Instant instant) {
    return TIME.format(instant.atZone(ZoneOffset.UTC));
  }
}
