package dev.arduinotrader.universe.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.universe.ChartPages;
import dev.arduinotrader.universe.model.raw.RawBar;
import java.util.List;
import org.junit.jupiter.api.Test;

class YahooChartAnswerTest {
  private static final List<ChartPages.Day> DAYS =
      List.of(ChartPages.Day.of("2023-05-25", "100"), ChartPages.Day.of("2023-05-26", "null"));

  private static String code(String text) {
    return YahooChartAnswer.read("AAPL", text).problemOrThrow().code();
  }

  @Test
  void readsRowsWithTheirDividendsAndSplits() {
    long seconds = 1_685_021_400; // 2023-05-25 09:30 in New York
    String events =
        "{\"dividends\":{\"%1$d\":{\"amount\":0.24,\"date\":%1$d}},".formatted(seconds)
            + "\"splits\":{\"x\":{\"date\":%d,\"numerator\":3,\"denominator\":\"2\"}}}"
                .formatted(seconds);
    YahooChartAnswer answer =
        YahooChartAnswer.read("AAPL", ChartPages.chart("USD", DAYS, events)).orElseThrow();
    RawBar first = answer.series().bars().getFirst();
    assertThat(answer.currency()).isEqualTo("USD");
    assertThat(first.time().date()).isEqualTo("2023-05-25");
    assertThat(first.close()).isEqualTo(100);
    assertThat(first.dividend()).isEqualTo(0.24);
    assertThat(first.split()).isEqualTo(1.5);
  }

  @Test
  void keepsAMissingNumberMissing() {
    RawBar last =
        YahooChartAnswer.read("AAPL", ChartPages.chart("USD", DAYS))
            .orElseThrow()
            .series()
            .bars()
            .getLast();
    assertThat(last.close()).isNaN();
    assertThat(last.volume()).isEqualTo(1000);
  }

  @Test
  void readsArraysOfDifferentLengthWithoutInventingNumbers() {
    String text =
        "{\"chart\":{\"result\":[{\"meta\":{},\"timestamp\":[1685021400,\"1685107800\",null],"
            + "\"indicators\":{\"quote\":[{\"close\":[\"100.5\"]}]}}],\"error\":null}}";
    List<RawBar> bars = YahooChartAnswer.read("AAPL", text).orElseThrow().series().bars();
    assertThat(bars).extracting(RawBar::close).containsExactly(100.5, Double.NaN);
    assertThat(bars).extracting(RawBar::open).containsOnly(Double.NaN);
  }

  @Test
  void tellsNothingKnownFromNothingUnderstood() {
    assertThat(code(ChartPages.unknown())).isEqualTo("SOURCE_NO_DATA");
    assertThat(code("<html>consent</html>")).isEqualTo("SOURCE_BROKEN");
    assertThat(code("")).isEqualTo("SOURCE_BROKEN");
    assertThat(code("{}")).isEqualTo("SOURCE_BROKEN");
    assertThat(code("[]")).isEqualTo("SOURCE_BROKEN");
    assertThat(code("{\"chart\":{\"result\":[{\"meta\":{}}]}}")).isEqualTo("SOURCE_BROKEN");
    assertThat(code(ChartPages.chart("USD", DAYS).substring(0, 200))).isEqualTo("SOURCE_BROKEN");
  }
}
