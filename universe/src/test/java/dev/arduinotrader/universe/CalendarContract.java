package dev.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.testkit.Contexts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Market hours and calendars, in every way in which the universe can be reached. */
abstract class CalendarContract extends UniverseSuite {
  private MarketStatuses statuses(String now, String... exchanges) {
    return service
        .getMarketStatus(Contexts.at(now), new MarketStatusRequest(List.of(exchanges)))
        .orElseThrow();
  }

  private CalendarPage calendar(String exchange, String from, String to, int limit) {
    return service
        .getCalendar(
            AFTER_ALL,
            new CalendarRequest(exchange, LocalDate.parse(from), LocalDate.parse(to), limit))
        .orElseThrow();
  }

  @Test
  void tellsWhichMarketsAreOpenAndWhenThatChanges() {
    MarketStatuses found = statuses("2026-11-27T03:10:00Z", "XTKS", "XNYS", "XXXX");
    assertThat(found.statuses())
        .containsExactly(
            new MarketStatus(
                "XTKS",
                "Tokyo Stock Exchange",
                ZoneId.of("Asia/Tokyo"),
                BuyRule.STRICT,
                MarketPhase.LUNCH_BREAK,
                LocalDate.parse("2026-11-27"),
                null,
                Instant.parse("2026-11-27T03:30:00Z"),
                Instant.parse("2026-11-27T06:30:00Z"),
                LocalDate.parse("2027-12-31")),
            new MarketStatus(
                "XNYS",
                "New York Stock Exchange and Nasdaq",
                ZoneId.of("America/New_York"),
                BuyRule.FLEXIBLE,
                MarketPhase.CLOSED,
                LocalDate.parse("2026-11-26"),
                "Thanksgiving Day",
                Instant.parse("2026-11-27T14:30:00Z"),
                Instant.parse("2026-11-27T18:00:00Z"),
                LocalDate.parse("2027-12-31")));
    assertThat(found.absent()).extracting(Absent::key).containsExactly("XXXX");
  }

  @Test
  void saysThatAMarketIsUnknownBeyondItsCalendar() {
    MarketStatus status = statuses("2031-01-02T15:00:00Z", "XNAS").statuses().getFirst();
    assertThat(status.phase()).isEqualTo(MarketPhase.UNKNOWN);
    assertThat(status.nextOpen()).isNull();
    assertThat(status.note()).contains("2027-12-31");
  }

  @Test
  void looksAtTheExchangesOfItsSecuritiesWhenNoneIsNamed() {
    assertThat(statuses("2023-05-30T22:00:00Z").statuses())
        .extracting(MarketStatus::exchange)
        .containsExactly("X9CH", "X9DK", "X9EU", "X9JP", "X9UK", "X9US");
    importSmallMarket();
    assertThat(statuses("2023-05-30T22:00:00Z").statuses())
        .extracting(MarketStatus::exchange)
        .containsExactly("XLON", "XNAS", "XTKS");
  }

  @Test
  void listsSessionsHolidaysAndUnknownDays() {
    CalendarPage page = calendar("XNAS", "2027-12-23", "2028-01-10", 1_000);
    assertThat(page.zone()).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(page.sessions())
        .extracting(CalendarPage.TradingSession::date)
        .extracting(LocalDate::toString)
        .containsExactly(
            "2027-12-23", "2027-12-27", "2027-12-28", "2027-12-29", "2027-12-30", "2027-12-31");
    assertThat(page.holidays())
        .containsExactly(new CalendarPage.Holiday(LocalDate.parse("2027-12-24"), "Christmas Day"));
    assertThat(page.unknown())
        .containsExactly(
            new CalendarPage.Span(LocalDate.parse("2028-01-01"), LocalDate.parse("2028-01-10")));
  }

  @Test
  void givesSessionsWithTheirBreaksAndTheInstantOfTheirClose() {
    assertThat(calendar("XHKG", "2026-11-23", "2026-11-23", 1).sessions())
        .containsExactly(
            new CalendarPage.TradingSession(
                LocalDate.parse("2026-11-23"),
                Instant.parse("2026-11-23T01:30:00Z"),
                Instant.parse("2026-11-23T08:00:00Z"),
                List.of(
                    new CalendarPage.Break(
                        Instant.parse("2026-11-23T04:00:00Z"),
                        Instant.parse("2026-11-23T05:00:00Z"))),
                Instant.parse("2026-11-23T08:10:00Z"),
                null));
  }

  @Test
  void turnsThePagesOfACalendar() {
    CalendarPage first = calendar("XLON", "2024-01-01", "2024-12-31", 366 / 2);
    assertThat(first.nextFrom()).isEqualTo("2024-07-02");
    CalendarPage second = calendar("XLON", "2024-07-02", "2024-12-31", 366 / 2);
    assertThat(second.nextFrom()).isNull();
    assertThat(first.sessions().size() + second.sessions().size()).isEqualTo(254);
  }

  @Test
  void refusesCalendarsThatMakeNoSense() {
    LocalDate day = LocalDate.parse("2024-01-01");
    assertThat(
            service
                .getCalendar(AFTER_ALL, new CalendarRequest("XXXX", day, day, 1))
                .problemOrThrow()
                .kind())
        .isEqualTo(FailureKind.NOT_FOUND);
    assertThat(
            service
                .getCalendar(AFTER_ALL, new CalendarRequest("XLON", day, day.minusDays(1), 0))
                .problemOrThrow()
                .faults())
        .hasSize(2);
  }

  @Test
  void showsTheBarOfAHalfDayFromItsEarlyCloseOn() {
    importSmallMarket();
    SmallMarket.write(
        directory.resolve("prices"),
        "msft.csv",
        "Date,Open,High,Low,Close,Volume\n2022-11-25,247.31,248.7,246.73,247.49,9200800\n");
    importing("import-half-day", directory.resolve("prices")).orElseThrow();
    QuoteRequest latest = QuoteRequest.latest(List.of(SmallMarket.MICROSOFT));
    assertThat(
            service.getQuotes(Contexts.at("2022-11-25T17:59:59Z"), latest).orElseThrow().quotes())
        .isEmpty();
    assertThat(
            service
                .getQuotes(Contexts.at("2022-11-25T18:00:00Z"), latest)
                .orElseThrow()
                .quotes()
                .getFirst()
                .at())
        .isEqualTo("2022-11-25T18:00:00Z");
  }
}
