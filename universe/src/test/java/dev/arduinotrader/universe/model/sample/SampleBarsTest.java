package dev.arduinotrader.universe.model.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.model.BarField;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.model.ShownNumbers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class SampleBarsTest {
  private static final LocalDate SHORT = LocalDate.of(2012, 3, 7);
  private static final LocalDate LONG = LocalDate.of(2026, 11, 20);

  private final SampleMarket market = SampleMarket.of(SampleMarket.DEFAULT_SEED);

  @Test
  void givesTheSameBarsForTheSameSeed() {
    SampleMarket again = SampleMarket.of(SampleMarket.DEFAULT_SEED);
    for (Security security : market.securities()) {
      assertThat(again.bars(security.isin(), SHORT)).isEqualTo(market.bars(security.isin(), SHORT));
    }
  }

  @Test
  void staysTheSameOnEveryMachineAndInEveryVersion() {
    // A changed figure here means that every stored sample portfolio loses its past.
    Instant instant = Instant.parse("2026-11-20T14:31:07Z");
    assertThat(market.securities())
        .extracting(s -> s.symbol() + " " + market.quoteAt(s.isin(), instant).orElseThrow().price())
        .contains("FABEU.SIM 89.35 EUR", "VARDI.SIM 302.4 USD", "HARRO.SIM 522.3 GBX")
        .contains("SILBH.SIM 1163.55 CHF", "HAVBO.SIM 7337.02 DKK", "HOSHI.SIM 10589 JPY");
    assertThat(market.currencies())
        .extracting(c -> c + " " + market.rateAt(c, instant).orElseThrow().rate())
        .containsExactly("CHF 0.9610", "DKK 7.4562", "GBP 0.84917", "JPY 123.66", "USD 1.1512");
  }

  @Test
  void givesOtherBarsForAnotherSeed() {
    SampleMarket other = SampleMarket.of(SampleMarket.DEFAULT_SEED + 1);
    for (Security security : market.securities()) {
      assertThat(other.bars(security.isin(), SHORT))
          .isNotEqualTo(market.bars(security.isin(), SHORT));
    }
  }

  @Test
  void neverChangesEarlierBarsWhenAskedForLaterOnes() {
    for (Security security : market.securities()) {
      Bars before = SampleCloses.bars(market, security, SHORT);
      Bars after = SampleCloses.bars(market, security, LONG);
      assertThat(after.size()).isGreaterThan(before.size());
      assertThat(after.range(0, before.size())).isEqualTo(before);
    }
  }

  @Test
  void doesNotDependOnWhichSecurityWasAskedForFirst() {
    SampleMarket other = SampleMarket.of(SampleMarket.DEFAULT_SEED);
    for (Security security : market.securities().reversed()) {
      other.bars(security.isin(), SHORT.plusYears(1));
      assertThat(other.bars(security.isin(), SHORT)).isEqualTo(market.bars(security.isin(), SHORT));
    }
  }

  @Test
  void keepsEveryBarInOrderAndOnWeekdays() {
    for (Security security : market.securities()) {
      Bars bars = SampleCloses.bars(market, security, LONG);
      double[] opens = column(bars, BarField.OPEN);
      double[] highs = column(bars, BarField.HIGH);
      double[] lows = column(bars, BarField.LOW);
      double[] closes = bars.closes();
      for (int i = 0; i < bars.size(); i++) {
        boolean inOrder =
            lows[i] > 0
                && lows[i] <= Math.min(opens[i], closes[i])
                && highs[i] >= Math.max(opens[i], closes[i]);
        if (!inOrder || LocalDate.ofEpochDay(bars.epochDay(i)).getDayOfWeek().getValue() > 5) {
          fail("%s on %s", security.symbol(), LocalDate.ofEpochDay(bars.epochDay(i)));
        }
      }
    }
  }

  @Test
  void coversEveryWeekdayFromTheFirstDateOn() {
    Bars bars = SampleCloses.bars(market, market.securities().getFirst(), LONG);
    assertThat(LocalDate.ofEpochDay(bars.firstDay())).isEqualTo(SampleMarket.FIRST_DATE);
    assertThat(LocalDate.ofEpochDay(bars.lastDay())).isEqualTo(LONG);
    for (int i = 1; i < bars.size(); i++) {
      assertThat(bars.epochDay(i) - bars.epochDay(i - 1)).isIn(1, 3);
    }
  }

  @Test
  void writesPricesWithTheDigitsOfTheirTick() {
    for (Security security : market.securities()) {
      int digits = security.quoteUnit().code().equals("JPY") ? 0 : 2;
      for (double close : SampleCloses.bars(market, security, SHORT.minusYears(6)).closes()) {
        assertThat(ShownNumbers.decimal(close).stripTrailingZeros().scale())
            .isLessThanOrEqualTo(digits);
      }
    }
  }

  @Test
  void endsOnFridayWhenAskedOnTheWeekend() {
    Isin isin = market.securities().getFirst().isin();
    assertThat(market.bars(isin, LONG.plusDays(2))).isEqualTo(market.bars(isin, LONG));
  }

  @Test
  void givesTheLatestBarsOnlyWhenAskedForSoMany() {
    Isin isin = market.securities().getFirst().isin();
    Bars all = market.bars(isin, LONG).orElseThrow().bars();
    Bars some = market.bars(isin, LONG, 250).orElseThrow().bars();
    assertThat(some).isEqualTo(all.range(all.size() - 250, all.size()));
    assertThatThrownBy(() -> market.bars(isin, LONG, 0)).hasMessageContaining("at least 1");
  }

  @Test
  void hasNothingBeforeTheFirstDateAndOfOtherMarkets() {
    Isin isin = market.securities().getFirst().isin();
    assertThat(market.bars(isin, SampleMarket.FIRST_DATE.minusDays(1))).isEmpty();
    assertThat(market.bars(Isin.of("US0378331005"), LONG)).isEmpty();
  }

  @Test
  void saysThatClosesAreSplitAdjustedAndFromTheSampleMarket() {
    BarSeries series = market.bars(market.securities().getFirst().isin(), LONG).orElseThrow();
    assertThat(series.basis()).isEqualTo(PriceBasis.SPLIT_ADJUSTED);
    assertThat(series.source()).isEqualTo("sample-market");
    assertThat(series.version()).isEqualTo(1);
  }

  private static double[] column(Bars bars, BarField field) {
    return Objects.requireNonNull(bars.column(field));
  }
}
