package dev.arduinotrader.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.market.PriceSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class IndicatorsTest {
  private static final Offset<Double> CLOSE = within(1e-6);
  private static final double[] GOLDEN = Series.golden(300).closes();

  @Test
  void givesThePublishedFiguresOfTheGoldenSeries() {
    assertThat(GOLDEN[299]).isCloseTo(120.354902059, CLOSE);
    assertFigure(MovingAverages.exponential(GOLDEN, 200), 119.657969647);
    assertFigure(MovingAverages.exponential(GOLDEN, 50), 125.823650426);
    assertFigure(RelativeStrength.index(GOLDEN, 14), 24.933853959);
    ReturnStatistics returns = ReturnStatistics.of(GOLDEN);
    assertFigure(returns.volatility(), 0.140692184);
    assertFigure(returns.sharpe(), 1.180263647);
    assertFigure(returns.sortino(), 1.816913881);
    assertFigure(Drawdown.deepest(GOLDEN), -0.160223345);
  }

  @Test
  void givesThePublishedBollingerBandsOfTheGoldenSeries() {
    BollingerBands bands = BollingerBands.of(GOLDEN, 20, 2).orElseThrow();
    assertThat(bands.lower()).isCloseTo(114.685027556, CLOSE);
    assertThat(bands.middle()).isCloseTo(125.525485851, CLOSE);
    assertThat(bands.upper()).isCloseTo(136.365944146, CLOSE);
    assertFigure(bands.position(GOLDEN[299]), 0.261514520);
  }

  @Test
  void countsMomentumFromThePriceThirtyClosesBack() {
    double[] closes = new double[100];
    Arrays.setAll(closes, i -> i + 1.0);
    assertFigure(Momentum.change(closes, 30), 100.0 / 71 - 1);
    assertFigure(Momentum.change(closes, 90), 100.0 / 11 - 1);
    assertFigure(Momentum.blended(closes), 0.6 * (100.0 / 71 - 1) + 0.4 * (100.0 / 11 - 1));
  }

  @Test
  void takesTheShortMomentumAloneBelowNinetyCloses() {
    double[] closes = Series.golden(89).closes();
    assertThat(Momentum.blended(closes)).isEqualTo(Momentum.change(closes, 30));
  }

  @Test
  void growsFromTheFirstToTheLastMonthlyMeanOverTheMonthsBetween() {
    int[] days = new int[25];
    double[] closes = new double[25];
    for (int month = 0; month < 25; month++) {
      days[month] = Math.toIntExact(LocalDate.of(2020, 1, 15).plusMonths(month).toEpochDay());
      closes[month] = 100 * Math.pow(1.21, month / 24.0);
    }
    MonthlyMeans means = MonthlyMeans.of(PriceSeries.of(PriceBasis.RAW, days, closes));
    assertThat(means.count()).isEqualTo(25);
    assertFigure(means.annualGrowth(120), Math.sqrt(1.21) - 1);
    assertFigure(means.annualGrowth(13), Math.pow(closes[24] / closes[12], 1.0) - 1);
  }

  @Test
  void countsMonthsWithoutClosesAsTime() {
    int[] days = new int[12];
    double[] closes = new double[12];
    for (int i = 0; i < 12; i++) {
      int month = i < 11 ? i : 24;
      days[i] = Math.toIntExact(LocalDate.of(2020, 1, 15).plusMonths(month).toEpochDay());
      closes[i] = i < 11 ? 100 : 121;
    }
    MonthlyMeans means = MonthlyMeans.of(PriceSeries.of(PriceBasis.RAW, days, closes));
    assertFigure(means.annualGrowth(120), 0.1);
  }

  @Test
  void averagesTheClosesOfAMonth() {
    int first = Math.toIntExact(LocalDate.of(2020, 1, 30).toEpochDay());
    PriceSeries twoMonths =
        PriceSeries.of(
            PriceBasis.RAW,
            new int[] {first, first + 1, first + 2, first + 3},
            new double[] {1, 2, 4, 6});
    assertThat(MonthlyMeans.of(twoMonths).count()).isEqualTo(2);
  }

  @Test
  void isAbsentWhenTheDataAreOneCloseTooShort() {
    assertThat(MovingAverages.exponential(Series.golden(199).closes(), 200)).isEmpty();
    assertThat(MovingAverages.exponential(Series.golden(200).closes(), 200)).isPresent();
    assertThat(MovingAverages.exponentialDistance(Series.golden(199).closes(), 200)).isEmpty();
    assertThat(RelativeStrength.index(Series.golden(14).closes(), 14)).isEmpty();
    assertThat(RelativeStrength.index(Series.golden(15).closes(), 14)).isPresent();
    assertThat(BollingerBands.of(Series.golden(19).closes(), 20, 2)).isEmpty();
    assertThat(BollingerBands.of(Series.golden(20).closes(), 20, 2)).isPresent();
    assertThat(Momentum.blended(Series.golden(29).closes())).isEmpty();
    assertThat(Momentum.blended(Series.golden(30).closes())).isPresent();
    assertThat(Drawdown.deepest(Series.golden(29).closes())).isEmpty();
    assertThat(Drawdown.deepest(Series.golden(30).closes())).isPresent();
    assertThat(statistics(29).volatility()).isEmpty();
    assertThat(statistics(30).volatility()).isPresent();
    assertThat(statistics(49).sharpe()).isEmpty();
    assertThat(statistics(50).sharpe()).isPresent();
    assertThat(statistics(1).sortino()).isEmpty();
    assertThat(statistics(0).sortino()).isEmpty();
  }

  @Test
  void isAbsentWhenNothingEverMoved() {
    double[] flat = Series.of(300, t -> 42).closes();
    assertThat(RelativeStrength.index(flat, 14)).isEmpty();
    assertThat(BollingerBands.of(flat, 20, 2).orElseThrow().position(42)).isEmpty();
    assertThat(ReturnStatistics.of(flat).sharpe()).isEmpty();
    assertThat(ReturnStatistics.of(flat).sortino()).isEmpty();
    assertThat(ReturnStatistics.of(flat).volatility()).hasValue(0);
    assertThat(Drawdown.deepest(flat)).hasValue(0);
  }

  @Test
  void countsTheFirstCloseAsAPeak() {
    double[] falling = Series.of(30, t -> t == 0 ? 100 : 80).closes();
    assertFigure(Drawdown.deepest(falling), -0.2);
  }

  private static ReturnStatistics statistics(int count) {
    return ReturnStatistics.of(Series.golden(count).closes());
  }

  private static void assertFigure(OptionalDouble figure, double expected) {
    assertThat(figure).isPresent();
    assertThat(figure.getAsDouble()).isCloseTo(expected, CLOSE);
  }
}
