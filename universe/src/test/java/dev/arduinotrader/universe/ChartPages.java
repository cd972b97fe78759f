package dev.arduinotrader.universe;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Charts as Yahoo writes them, for an American share. */
public final class ChartPages {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private ChartPages() {}

  /** One day of a chart; the close is the middle of the day's range. */
  public record Day(LocalDate date, String close) {
    public static Day of(String date, String close) {
      return new Day(LocalDate.parse(date), close);
    }

    private long seconds() {
      return date.atTime(LocalTime.of(9, 30)).atZone(ZONE).toEpochSecond();
    }
  }

  /** A chart of these days, without dividends and splits. */
  public static String chart(String currency, List<Day> days) {
    return chart(currency, days, "{}");
  }

  /** A chart of these days with this JSON of events. */
  public static String chart(String currency, List<Day> days, String events) {
    String closes = days.stream().map(Day::close).collect(Collectors.joining(","));
    return String.format(
        Locale.ROOT,
        """
        {"chart":{"result":[{"meta":{"currency":"%s","exchangeTimezoneName":"America/New_York"},
        "timestamp":[%s],"events":%s,"indicators":{"quote":[{"open":[%4$s],"high":[%4$s],
        "low":[%4$s],"close":[%4$s],"volume":[%5$s]}],"adjclose":[{"adjclose":[%4$s]}]}}],
        "error":null}}\
        """,
        currency,
        days.stream().map(day -> Long.toString(day.seconds())).collect(Collectors.joining(",")),
        events,
        closes,
        days.stream().map(day -> "1000").collect(Collectors.joining(",")));
  }

  /** What is answered for a ticker that nobody knows. */
  public static String unknown() {
    return "{\"chart\":{\"result\":null,\"error\":{\"code\":\"Not Found\","
        + "\"description\":\"No data found, symbol may be delisted\"}}}";
  }
}
