package dev.arduinotrader.universe.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.universe.BuyRule;
import dev.arduinotrader.universe.MarketPhase;
import dev.arduinotrader.universe.model.calendar.ExchangeCalendar;
import dev.arduinotrader.universe.model.calendar.MarketDay;
import dev.arduinotrader.universe.model.calendar.MarketState;
import dev.arduinotrader.universe.model.calendar.SessionAnswer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T28 of the reliability list: facts about real exchanges, each from its published calendar. */
class ExchangeCalendarsTest {
  private static ExchangeCalendar calendar(String code) {
    return ExchangeCalendars.find(code).orElseThrow();
  }

  private static MarketDay.Session session(String code, String date) {
    return (MarketDay.Session) calendar(code).day(LocalDate.parse(date));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "XNYS | 2001-09-11 | Attacks of September 11",
        "XNAS | 2012-10-30 | Hurricane Sandy",
        "XNYS | 2021-12-24 | Christmas Day",
        "XNYS | 2022-06-20 | Juneteenth",
        "XNYS | 2025-01-09 | Mourning of Jimmy Carter",
        "XNYS | 2026-07-03 | Independence Day",
        "XTSE | 2026-05-18 | Victoria Day",
        "XLON | 2022-09-19 | Funeral of Queen Elizabeth II",
        "XLON | 2023-05-08 | Coronation of King Charles III",
        "XLON | 2022-12-27 | Christmas Day",
        "XETR | 2025-12-31 | New Year's Eve",
        "XFRA | 2024-12-24 | Christmas Eve",
        "XPAR | 2026-04-06 | Easter Monday",
        "XMIL | 2025-08-15 | Ferragosto",
        "XMAD | 2004-12-08 | Immaculate Conception",
        "XSWX | 2025-08-01 | National Day",
        "XSTO | 2025-06-20 | Midsummer Eve",
        "XCSE | 2025-05-30 | Day after Ascension Day",
        "XOSL | 2024-05-17 | Constitution Day",
        "XICE | 2024-04-25 | First Day of Summer",
        "XWAR | 2024-05-30 | Corpus Christi",
        "XBUD | 2024-08-19 | Bridge to Saint Stephen's Day",
        "ASEX | 2024-05-06 | Orthodox Easter Monday",
        "XATH | 2015-07-15 | Debt crisis",
        "XIST | 2024-04-10 | Feast of Ramadan",
        "XTKS | 2019-05-01 | Change of the emperor",
        "XTKS | 2026-09-22 | Day between two holidays",
        "XTKS | 2024-11-04 | Culture Day",
        "XHKG | 2023-09-01 | Typhoon",
        "XHKG | 2026-04-07 | Ching Ming Festival",
        "XSHG | 2024-02-09 | Spring Festival",
        "XSHE | 2026-10-07 | National Day",
        "XASX | 2022-09-22 | Mourning of Queen Elizabeth II",
        "XJSE | 2024-05-29 | Election",
      })
  void restsOnItsHolidays(String code, String date, String reason) {
    assertThat(calendar(code).day(LocalDate.parse(date)))
        .isEqualTo(new MarketDay.Closed(LocalDate.parse(date), reason));
  }

  @ParameterizedTest
  @CsvSource({
    "XNYS, 2021-12-31",
    "XNYS, 2021-06-18",
    "XLON, 2020-05-04",
    "XETR, 2022-06-06",
    "XETR, 2025-10-03",
    "XCSE, 2024-04-26",
    "XPAR, 2024-07-15",
    "XTKS, 2022-05-02",
    "XHKG, 2024-12-27",
    "XASX, 2023-09-22",
  })
  void tradesOnDaysThatLookLikeHolidays(String code, String date) {
    assertThat(calendar(code).isSession(LocalDate.parse(date))).isEqualTo(SessionAnswer.YES);
  }

  @ParameterizedTest
  @CsvSource({
    "XNYS, 2025-07-03, 2025-07-03T13:30:00Z, 2025-07-03T17:00:00Z",
    "XNYS, 2026-11-27, 2026-11-27T14:30:00Z, 2026-11-27T18:00:00Z",
    "XLON, 2025-12-24, 2025-12-24T08:00:00Z, 2025-12-24T12:30:00Z",
    "XPAR, 2024-12-31, 2024-12-31T08:00:00Z, 2024-12-31T13:05:00Z",
    "XETR, 2024-12-30, 2024-12-30T08:00:00Z, 2024-12-30T13:00:00Z",
    "XSTO, 2025-04-30, 2025-04-30T07:00:00Z, 2025-04-30T11:00:00Z",
    "XHKG, 2025-01-28, 2025-01-28T01:30:00Z, 2025-01-28T04:00:00Z",
    "XASX, 2024-12-24, 2024-12-23T23:00:00Z, 2024-12-24T03:10:00Z",
    "XIST, 2024-10-28, 2024-10-28T07:00:00Z, 2024-10-28T09:30:00Z",
  })
  void endsHalfDaysEarly(String code, String date, Instant open, Instant close) {
    MarketDay.Session session = session(code, date);
    assertThat(session.open()).isEqualTo(open);
    assertThat(session.close()).isEqualTo(close);
    assertThat(session.shortenedBy()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    // New York has daylight saving time already, Europe not yet.
    "XNYS, 2026-03-16, 2026-03-16T13:30:00Z, 2026-03-16T20:00:00Z",
    "XLON, 2026-03-16, 2026-03-16T08:00:00Z, 2026-03-16T16:30:00Z",
    "XETR, 2026-03-16, 2026-03-16T08:00:00Z, 2026-03-16T16:30:00Z",
    // Europe has ended it, New York has not.
    "XNYS, 2026-10-26, 2026-10-26T13:30:00Z, 2026-10-26T20:00:00Z",
    "XETR, 2026-10-26, 2026-10-26T08:00:00Z, 2026-10-26T16:30:00Z",
    // Sydney goes the other way; Tokyo and Hong Kong not at all.
    "XASX, 2026-04-02, 2026-04-01T23:00:00Z, 2026-04-02T05:00:00Z",
    "XASX, 2026-04-07, 2026-04-07T00:00:00Z, 2026-04-07T06:00:00Z",
    "XTKS, 2026-03-16, 2026-03-16T00:00:00Z, 2026-03-16T06:30:00Z",
    "XTKS, 2024-11-01, 2024-11-01T00:00:00Z, 2024-11-01T06:00:00Z",
  })
  void isRightInTheWeeksWhenDaylightSavingTimesDiffer(
      String code, String date, Instant open, Instant close) {
    assertThat(session(code, date).open()).isEqualTo(open);
    assertThat(session(code, date).close()).isEqualTo(close);
  }

  @ParameterizedTest
  @CsvSource({
    "XHKG, 2026-11-23T04:30:00Z, 2026-11-23T05:00:00Z",
    "XTKS, 2026-11-24T03:00:00Z, 2026-11-24T03:30:00Z",
    "XSHG, 2026-11-23T04:59:59Z, 2026-11-23T05:00:00Z",
  })
  void pausesForLunch(String code, Instant instant, Instant afternoon) {
    MarketState state = calendar(code).state(instant);
    assertThat(state.phase()).isEqualTo(MarketPhase.LUNCH_BREAK);
    assertThat(state.nextOpen()).isEqualTo(afternoon);
  }

  @ParameterizedTest
  @ValueSource(strings = {"XHKG", "XSHG", "XSHE", "XTKS", "XASX"})
  void takesPurchasesOnlyInASessionWhereTheBrokerRejectsOthers(String code) {
    assertThat(calendar(code).buyRule()).isEqualTo(BuyRule.STRICT);
  }

  @Test
  void takesPurchasesAtAnyHourElsewhere() {
    assertThat(ExchangeCalendars.all())
        .filteredOn(calendar -> calendar.buyRule() == BuyRule.STRICT)
        .extracting(calendar -> calendar.codes().getFirst())
        .containsExactly("XASX", "XHKG", "XSHG", "XTKS");
  }

  @Test
  void knowsNoExchangeThatNobodyDescribed() {
    assertThat(ExchangeCalendars.find("XXXX")).isEmpty();
    assertThat(Venues.find("XXXX")).isEmpty();
  }

  @Test
  void hasAPlausibleNumberOfSessionsEveryYear() {
    for (ExchangeCalendar calendar : ExchangeCalendars.all()) {
      for (int year = 2000; year <= calendar.until().getYear(); year++) {
        long sessions =
            LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> calendar.isSession(date) == SessionAnswer.YES)
                .count();
        assertThat(sessions).as("%s in %d", calendar, year).isBetween(220L, 260L);
      }
    }
  }

  @Test
  void opensAndClosesInOrderOnEverySession() {
    for (ExchangeCalendar calendar : ExchangeCalendars.all()) {
      Instant last = Instant.MIN;
      for (LocalDate date = LocalDate.of(2024, 1, 1);
          date.isBefore(LocalDate.of(2026, 12, 1));
          date = date.plusDays(1)) {
        if (calendar.day(date) instanceof MarketDay.Session session) {
          assertThat(session.open()).as("%s %s", calendar, date).isAfter(last);
          assertThat(date.getDayOfWeek()).isLessThan(DayOfWeek.SATURDAY);
          assertThat(calendar.date(session.close())).isEqualTo(date);
          assertThat(calendar.state(session.open()).phase()).isEqualTo(MarketPhase.OPEN);
          last = session.priceAt();
        }
      }
    }
  }
}
