package dev.arduinotrader.universe.model.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarReaderTest {
  static final String HEAD =
      """
      name Test Exchange
      zone Europe/London
      buy flexible
      until 2030-12-31
      hours 08:00-16:30
      """;

  static ExchangeCalendar calendar(String... lines) {
    return read(Map.of("TEST", HEAD + String.join("\n", lines)));
  }

  private static ExchangeCalendar read(Map<String, String> texts) {
    return CalendarReader.read(
        List.of("TEST"), file -> Objects.requireNonNull(texts.get(file), file));
  }

  private static String reason(ExchangeCalendar calendar, String date) {
    return switch (calendar.day(LocalDate.parse(date))) {
      case MarketDay.Closed closed -> closed.reason();
      case MarketDay.Session session -> "session";
      case MarketDay.Unknown unknown -> "unknown";
    };
  }

  @ParameterizedTest
  @CsvSource({
    "01-01, 2024-01-01",
    "easter-2, 2024-03-29",
    "easter+1, 2000-04-24",
    "orthodox+1, 2024-05-06",
    "orthodox-48, 2025-03-03",
    "third monday of 01, 2024-01-15",
    "last monday of 05, 2024-05-27",
    "fourth thursday of 11, 2023-11-23",
    "friday from 06-19, 2021-06-25",
    "07-04 nearest-weekday, 2021-07-05",
    "07-04 nearest-weekday, 2020-07-03",
    "01-01 sunday-to-monday, 2023-01-02",
    "01-01 weekend-to-monday, 2022-01-03",
    "12-24 weekend-to-friday, 2022-12-23",
    "05-05 sunday-to-free, 2024-05-06",
    "10-23 on tue plus -1, 2018-10-22",
    "06-19 since 2022, 2023-06-19",
    "06-05 until 2023 except 2021, 2023-06-05",
    "05-01 only 2008, 2008-05-01",
  })
  void keepsAHolidayOnTheDayItsRuleMeans(String rule, String date) {
    assertThat(reason(calendar("holiday Feast: " + rule), date)).isEqualTo("Feast");
  }

  @ParameterizedTest
  @CsvSource({
    "01-01, 2022-01-03",
    "01-01 sunday-to-monday, 2021-12-31",
    "10-23 on tue plus -1, 2020-10-22",
    "06-19 since 2022, 2020-06-19",
    "06-05 until 2023, 2024-06-05",
    "06-04 except 2021, 2021-06-04",
    "05-01 only 2008, 2009-05-01",
  })
  void tradesOnOtherDays(String rule, String date) {
    assertThat(reason(calendar("holiday Feast: " + rule), date)).isEqualTo("session");
  }

  @Test
  void movesTwoHolidaysOfOneWeekendToTwoDays() {
    ExchangeCalendar calendar =
        calendar(
            "holiday Boxing Day: 12-26 weekend-to-free",
            "holiday Christmas: 12-25 weekend-to-free");
    assertThat(reason(calendar, "2022-12-26")).isEqualTo("Boxing Day");
    assertThat(reason(calendar, "2022-12-27")).isEqualTo("Christmas");
    assertThat(reason(calendar, "2021-12-27")).isEqualTo("Boxing Day");
    assertThat(reason(calendar, "2021-12-28")).isEqualTo("Christmas");
  }

  @Test
  void closesOnSingleDatesAndTakesAnotherExchangesDays() {
    ExchangeCalendar calendar =
        read(
            Map.of(
                "TEST", HEAD + "closed Storm: 2018-03-01 2018-03-02\ninclude OTHER",
                "OTHER", HEAD + "holiday Feast: 07-05"));
    assertThat(reason(calendar, "2018-03-02")).isEqualTo("Storm");
    assertThat(reason(calendar, "2018-07-05")).isEqualTo("Feast");
    assertThat(reason(calendar, "2018-03-03")).isEqualTo("weekend");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "holliday Feast: 01-01 | holliday",
        "holiday Feast 01-01 | a name and a colon",
        "holiday Feast: 13-01 | 13-01",
        "holiday Feast: third sometimes of 01 | a weekday",
        "holiday Feast: monday on 01-02 | expected 'from'",
        "holiday Feast: 01-01 somehow | SOMEHOW",
        "closed Feast: tomorrow | tomorrow",
        "hours 16:30-08:00 | a start before the end",
        "hours 08:00-12:00 11:00-16:00 | hours in order",
        "buy sometimes | strict or flexible",
      })
  void refusesALineItCannotReadAndSaysWhere(String line, String complaint) {
    assertThatThrownBy(() -> calendar(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("calendar TEST, line 6")
        .hasMessageContaining(complaint);
  }

  @Test
  void refusesRulesThatLeaveSomethingOut() {
    assertThatThrownBy(() -> read(Map.of("TEST", "name Test\nzone Europe/London\nbuy strict\n")))
        .hasMessageContaining("until");
  }
}
