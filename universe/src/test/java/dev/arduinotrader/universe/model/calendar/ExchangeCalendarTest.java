package dev.arduinotrader.universe.model.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.universe.MarketPhase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ExchangeCalendarTest {
  private final ExchangeCalendar calendar =
      CalendarReaderTest.calendar(
          "hours 09:00-12:00 13:00-17:00 closing-price 5 from 2020-01-01",
          "holiday New Year: 01-01",
          "early 14:00 Eve: 12-31",
          "half 12:00 Storm: 2021-03-02");

  private MarketDay.Session session(String date) {
    return (MarketDay.Session) calendar.day(LocalDate.parse(date));
  }

  private MarketState state(String instant) {
    return calendar.state(Instant.parse(instant));
  }

  private static LocalDate date(String text) {
    return LocalDate.parse(text);
  }

  @Test
  void saysNothingOfDaysOutsideItsRules() {
    assertThat(calendar.isSession(date("1999-12-31"))).isEqualTo(SessionAnswer.UNKNOWN);
    assertThat(calendar.isSession(date("2031-01-02"))).isEqualTo(SessionAnswer.UNKNOWN);
    assertThat(calendar.day(date("2031-01-02")))
        .isEqualTo(
            new MarketDay.Unknown(
                date("2031-01-02"),
                "the calendar of TEST is known from 2000-01-01 until 2030-12-31"));
    MarketState state = state("2031-01-02T10:00:00Z");
    assertThat(state.phase()).isEqualTo(MarketPhase.UNKNOWN);
    assertThat(state.nextOpen()).isNull();
    assertThat(state.nextClose()).isNull();
  }

  @Test
  void countsNothingBeyondTheLastDayItKnows() {
    assertThat(calendar.nextSession(date("2030-12-31"))).isEmpty();
    assertThat(calendar.plusSessions(date("2030-12-30"), 2)).isEmpty();
    assertThat(calendar.sessionsBetween(date("2030-12-30"), date("2031-01-02"))).isEmpty();
    assertThat(calendar.nextOpen(Instant.parse("2030-12-31T20:00:00Z"))).isEmpty();
  }

  @Test
  void cutsAnEarlyDayAndItsLunchBreak() {
    MarketDay.Session eve = session("2020-12-31");
    assertThat(eve.blocks()).hasSize(2);
    assertThat(eve.close()).isEqualTo("2020-12-31T14:00:00Z");
    assertThat(eve.priceAt()).isEqualTo("2020-12-31T14:05:00Z");
    assertThat(eve.shortenedBy()).isEqualTo("Eve");
    MarketDay.Session storm = session("2021-03-02");
    assertThat(storm.blocks()).hasSize(1);
    assertThat(storm.close()).isEqualTo("2021-03-02T12:00:00Z");
  }

  @Test
  void changesItsHoursOnTheirFirstDay() {
    assertThat(session("2019-12-30").open()).isEqualTo("2019-12-30T08:00:00Z");
    assertThat(session("2020-01-02").open()).isEqualTo("2020-01-02T09:00:00Z");
  }

  @Test
  void knowsWhenADayWithoutASessionWouldHaveEnded() {
    assertThat(calendar.hoursOf(date("2021-01-01")).priceAt()).isEqualTo("2021-01-01T17:05:00Z");
    assertThat(calendar.hoursOf(date("1998-05-04")).priceAt()).isEqualTo("1998-05-04T15:30:00Z");
  }

  @Test
  void tellsOpenLunchAndClosedApart() {
    assertThat(state("2021-01-04T08:59:59Z").phase()).isEqualTo(MarketPhase.CLOSED);
    assertThat(state("2021-01-04T09:00:00Z").phase()).isEqualTo(MarketPhase.OPEN);
    MarketState lunch = state("2021-01-04T12:00:00Z");
    assertThat(lunch.phase()).isEqualTo(MarketPhase.LUNCH_BREAK);
    assertThat(lunch.nextOpen()).isEqualTo("2021-01-04T13:00:00Z");
    assertThat(lunch.nextClose()).isEqualTo("2021-01-04T17:00:00Z");
    MarketState evening = state("2021-01-04T17:00:00Z");
    assertThat(evening.phase()).isEqualTo(MarketPhase.CLOSED);
    assertThat(evening.nextOpen()).isEqualTo("2021-01-05T09:00:00Z");
    assertThat(state("2021-01-01T10:00:00Z").nextOpen()).isEqualTo("2021-01-04T09:00:00Z");
  }

  @Test
  void countsSessionsForwardAndBack() {
    assertThat(calendar.plusSessions(date("2020-12-31"), 1)).contains(date("2021-01-04"));
    assertThat(calendar.plusSessions(date("2021-01-04"), -1)).contains(date("2020-12-31"));
    assertThat(calendar.plusSessions(date("2021-01-02"), 0)).contains(date("2021-01-02"));
    assertThat(calendar.sessionsBetween(date("2020-12-30"), date("2021-01-05")))
        .isEqualTo(OptionalInt.of(3));
    assertThat(calendar.sessionsBetween(date("2021-01-05"), date("2020-12-30")))
        .isEqualTo(OptionalInt.of(-3));
    assertThat(calendar.sessionsBetween(date("2031-05-05"), date("2031-05-05")))
        .isEqualTo(OptionalInt.of(0));
  }

  @Test
  void comesBackAfterAsManySessionsAsLieBetween() {
    LocalDate start = date("2020-11-02");
    for (int sessions = 1; sessions < 300; sessions++) {
      LocalDate end = calendar.plusSessions(start, sessions).orElseThrow();
      assertThat(calendar.isSession(end)).isEqualTo(SessionAnswer.YES);
      assertThat(calendar.sessionsBetween(start, end)).hasValue(sessions);
      assertThat(calendar.plusSessions(end, -sessions)).contains(start);
    }
  }
}
