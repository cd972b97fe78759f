package dev.arduinotrader.universe.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.universe.model.SeriesMerge.Outcome;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesMergeTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final long NOW_MICROS = 1_000_000 * NOW.getEpochSecond();
  private static final BarSeries STORED =
      new BarSeries(PriceBasis.TOTAL_RETURN, "file:old.csv", 3, bars(10, 1, 2, 3, 4));

  private static Bars bars(int firstDay, double... closes) {
    int[] days = new int[closes.length];
    Arrays.setAll(days, i -> firstDay + i);
    return Bars.ofCloses(days, closes);
  }

  @Test
  void givesEveryChangeAVersionOfItsOwnAlsoWhenTheClockStandsStill() {
    BarSeries first = replaced(SeriesMerge.merge(null, PriceBasis.RAW, "ECB", bars(10, 1, 2), NOW));
    assertThat(first.version()).isEqualTo(NOW_MICROS);
    BarSeries second =
        replaced(SeriesMerge.merge(first, PriceBasis.RAW, "ECB", bars(10, 1.5, 2), NOW));
    assertThat(second.version()).isEqualTo(NOW_MICROS + 1);
  }

  private static Outcome merge(PriceBasis basis, Bars incoming) {
    return SeriesMerge.merge(STORED, basis, "file:new.csv", incoming, NOW);
  }

  private static BarSeries replaced(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Replaced.class);
    return ((Outcome.Replaced) outcome).series();
  }

  @Test
  void changesNothingForTheSameBars() {
    assertThat(merge(PriceBasis.TOTAL_RETURN, bars(10, 1, 2, 3, 4)))
        .isEqualTo(new Outcome.Unchanged());
    assertThat(merge(PriceBasis.TOTAL_RETURN, bars(11, 2, 3))).isEqualTo(new Outcome.Unchanged());
  }

  @Test
  void appendsLaterBarsWithoutANewVersion() {
    BarSeries longer = replaced(merge(PriceBasis.TOTAL_RETURN, bars(13, 4, 5)));
    assertThat(longer.version()).isEqualTo(3);
    assertThat(longer.bars()).isEqualTo(bars(10, 1, 2, 3, 4, 5));
  }

  @Test
  void countsAnEarlierBarAsAChangeOfWhatWasThere() {
    BarSeries longer = replaced(merge(PriceBasis.TOTAL_RETURN, bars(9, 0.5, 1)));
    assertThat(longer.version()).isEqualTo(NOW_MICROS);
    assertThat(longer.bars()).isEqualTo(bars(9, 0.5, 1, 2, 3, 4));
  }

  @Test
  void refusesAdjustedBarsThatContradictStoredOnesUnlessTheyCoverThem() {
    assertThat(merge(PriceBasis.TOTAL_RETURN, bars(12, 2.9, 3.9, 5)))
        .isInstanceOf(Outcome.Refused.class);
    BarSeries anew = replaced(merge(PriceBasis.TOTAL_RETURN, bars(10, 0.9, 1.9, 2.9, 3.9, 5)));
    assertThat(anew.version()).isEqualTo(NOW_MICROS);
    assertThat(anew.bars()).isEqualTo(bars(10, 0.9, 1.9, 2.9, 3.9, 5));
  }

  @Test
  void neverMixesTwoBases() {
    assertThat(merge(PriceBasis.SPLIT_ADJUSTED, bars(13, 4, 5)))
        .isInstanceOf(Outcome.Refused.class);
    BarSeries anew = replaced(merge(PriceBasis.SPLIT_ADJUSTED, bars(10, 1, 2, 3, 4)));
    assertThat(anew.basis()).isEqualTo(PriceBasis.SPLIT_ADJUSTED);
    assertThat(anew.version()).isEqualTo(NOW_MICROS);
  }

  @Test
  void putsRawBarsOverStoredOnes() {
    BarSeries stored = new BarSeries(PriceBasis.RAW, "ECB", 1, bars(10, 1, 2, 3, 4));
    BarSeries merged =
        replaced(SeriesMerge.merge(stored, PriceBasis.RAW, "ECB", bars(11, 2.5, 3), NOW));
    assertThat(merged.bars()).isEqualTo(bars(10, 1, 2.5, 3, 4));
    assertThat(merged.version()).isEqualTo(NOW_MICROS);
  }

  @Test
  void givesTheSameWhetherASeriesComesWholeOrInPieces() {
    Random random = new Random(20_260_105);
    for (int round = 0; round < 200; round++) {
      double[] closes = random.doubles(2 + random.nextInt(50), 1, 100).toArray();
      Bars whole = bars(100, closes);
      int cut = 1 + random.nextInt(closes.length - 1);
      int overlap = random.nextInt(cut);
      BarSeries first =
          new BarSeries(PriceBasis.TOTAL_RETURN, "file:a.csv", 1, whole.range(0, cut));
      Outcome second =
          SeriesMerge.merge(
              first,
              PriceBasis.TOTAL_RETURN,
              "file:b.csv",
              whole.range(cut - overlap, closes.length),
              NOW);
      assertThat(replaced(second).bars()).isEqualTo(whole);
      assertThat(replaced(second).version()).isEqualTo(1);
    }
  }
}
