package dev.arduinotrader.universe.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.testkit.OddJson;
import dev.arduinotrader.universe.ChartPages;
import dev.arduinotrader.universe.model.raw.RawBar;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * T27: whatever a source writes in the place of anything, it is read or refused, never an error.
 */
class OddAnswersTest {
  private static final long SEED = 20_261_120;
  private static final int ANSWERS = 20_000;

  private static final String CHART =
      ChartPages.chart(
          "USD",
          List.of(
              ChartPages.Day.of("2023-05-25", "100"),
              ChartPages.Day.of("2023-05-26", "101.5"),
              ChartPages.Day.of("2023-05-30", "null")),
          "{\"dividends\":{\"x\":{\"amount\":0.24,\"date\":1685021400}},"
              + "\"splits\":{\"y\":{\"date\":1685107800,\"numerator\":3,\"denominator\":\"2\"}}}");

  @Test
  void readsOrRefusesAChartInWhichAnythingIsOdd() {
    Random random = new Random(SEED);
    int read = 0;
    for (int i = 0; i < ANSWERS; i++) {
      String text = OddJson.spoiled(CHART, random);
      Result<YahooChartAnswer> answer = YahooChartAnswer.read("AAPL", text);
      if (answer instanceof Result.Failure<YahooChartAnswer> failure) {
        assertThat(failure.problem().code()).as(text).startsWith("SOURCE_");
      } else {
        read++;
        for (RawBar bar : answer.orElseThrow().series().bars()) {
          assertThat(bar.close())
              .as("seed %d, answer %d: %s", SEED, i, text)
              .satisfiesAnyOf(
                  close -> assertThat(close).isNaN(),
                  close ->
                      assertThat(close)
                          .isIn(100.0, 101.5, 1.0, 1.5, -1.0, 0.0, -0.36, 1e19, 1e30, -1e18));
        }
      }
    }
    assertThat(read).as("seed %d", SEED).isBetween(ANSWERS / 20, ANSWERS * 9 / 10);
  }
}
