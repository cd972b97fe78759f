package dev.arduinotrader.universe.model.adjust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.model.BarField;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Bars;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdjustmentTest {
  private static final Isin ISIN = Isin.of("US0378331005");
  private static final QuoteUnit DOLLARS = QuoteUnit.of("USD");
  private static final int FIRST = 19_000;
  private static final CorporateAction.Announcement SAID =
      new CorporateAction.Announcement("test", Instant.EPOCH);

  private static CorporateAction dividend(int day, double amount) {
    return dividend(day, BigDecimal.valueOf(amount), Currency.USD);
  }

  private static CorporateAction dividend(int day, BigDecimal amount, Currency currency) {
    return new CorporateAction.CashDividend(
        ISIN, LocalDate.ofEpochDay(day), null, null, amount, currency, SAID);
  }

  private static CorporateAction.Split split(int day, int newShares, int oldShares) {
    return new CorporateAction.Split(ISIN, LocalDate.ofEpochDay(day), newShares, oldShares, SAID);
  }

  private static BarSeries raw(double... closes) {
    int[] days = new int[closes.length];
    for (int i = 0; i < days.length; i++) {
      days[i] = FIRST + i;
    }
    return new BarSeries(PriceBasis.RAW, "test", 1, Bars.ofCloses(days, closes));
  }

  private static Adjusted adjusted(
      BarSeries series, PriceBasis wanted, List<? extends CorporateAction> known) {
    return new Adjustment(series, List.copyOf(known), List.of(), DOLLARS, DividendRates.none())
        .to(wanted);
  }

  private static BarSeries done(Adjusted adjusted) {
    assertThat(adjusted).isInstanceOf(Adjusted.Done.class);
    return ((Adjusted.Done) adjusted).series();
  }

  private static double[] closes(Adjusted adjusted) {
    return done(adjusted).bars().closes();
  }

  /**
   * The law, told the other way round: whoever holds one share, reinvests each dividend at the
   * close before the ex-date less the dividend, and takes every split, has the adjusted returns.
   */
  @Test
  void followsWhatAHolderWhoReinvestsHas() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      int size = 2 + random.nextInt(2_600);
      double[] prices = new double[size];
      List<CorporateAction> actions = new ArrayList<>();
      double[] shares = new double[size];
      double price = 20 + 200 * random.nextDouble();
      shares[0] = 1;
      prices[0] = price;
      for (int i = 1; i < size; i++) {
        shares[i] = shares[i - 1];
        if (random.nextInt(60) == 0) {
          double amount = Math.round(prices[i - 1] * random.nextDouble() * 200) / 10_000.0;
          if (amount > 0) {
            actions.add(dividend(FIRST + i, amount));
            shares[i] *= prices[i - 1] / (prices[i - 1] - amount);
            price -= amount;
          }
        }
        if (random.nextInt(600) == 0) {
          int many = 2 + random.nextInt(9);
          boolean reverse = random.nextBoolean();
          actions.add(split(FIRST + i, reverse ? 1 : many, reverse ? many : 1));
          double ratio = reverse ? 1.0 / many : many;
          shares[i] *= ratio;
          price /= ratio;
        }
        price *= Math.exp(0.02 * random.nextGaussian());
        prices[i] = price;
      }
      double[] found = closes(adjusted(raw(prices), PriceBasis.TOTAL_RETURN, actions));
      if (actions.isEmpty()) {
        assertThat(found).isEqualTo(prices);
      }
      for (int i = 0; i < size; i++) {
        double wealth = prices[i] * shares[i] / shares[size - 1];
        assertThat(found[i])
            .as("seed %d, bar %d", seed, i)
            .isCloseTo(wealth, within(1e-11 * wealth));
      }
    }
  }

  /** Quarterly dividends of a fund as its source adjusted them, to the source's six digits. */
  @Test
  void equalsTheAdjustedSeriesOfASourceWithinAMillionth() {
    double[] prices = {472.65, 469.49, 474.84, 475.31, 471.17, 468.26};
    List<CorporateAction> actions = List.of(dividend(FIRST + 2, 1.906), dividend(FIRST + 5, 1.583));
    // Factors as a factor file states them: 1 - 1.906 / 469.49, 1 - 1.583 / 471.17, multiplied.
    double second = 0.9966403;
    double first = 0.9925942;
    double[] expected = {
      472.65 * first, 469.49 * first, 474.84 * second, 475.31 * second, 471.17 * second, 468.26
    };
    double[] found = closes(adjusted(raw(prices), PriceBasis.TOTAL_RETURN, actions));
    for (int i = 0; i < expected.length; i++) {
      assertThat(found[i]).isCloseTo(expected[i], within(1e-6 * expected[i]));
    }
  }

  @Test
  void dividesBySplitsExactlyHoweverMany() {
    BarSeries series = raw(700, 280, 420, 100.5);
    List<CorporateAction.Split> splits =
        List.of(split(FIRST + 1, 7, 1), split(FIRST + 2, 4, 1), split(FIRST + 3, 1, 3));
    BarSeries found = done(adjusted(series, PriceBasis.SPLIT_ADJUSTED, splits));
    assertThat(found.basis()).isEqualTo(PriceBasis.SPLIT_ADJUSTED);
    assertThat(found.bars().closes())
        .containsExactly(700 * (3.0 / 28), 280 * (3.0 / 4), 420 * 3, 100.5);
  }

  @Test
  void adjustsEveryPriceAlikeAndVolumesTheOtherWay() {
    Bars bars =
        new Bars(
            new int[] {FIRST, FIRST + 1},
            Map.of(
                BarField.OPEN, new double[] {39, 11},
                BarField.HIGH, new double[] {41, 12},
                BarField.LOW, new double[] {38, 9},
                BarField.CLOSE, new double[] {40, 10},
                BarField.VOLUME, new double[] {100, 450}));
    BarSeries found =
        done(
            adjusted(
                new BarSeries(PriceBasis.RAW, "test", 1, bars),
                PriceBasis.TOTAL_RETURN,
                List.of(split(FIRST + 1, 4, 1), dividend(FIRST + 1, 4))));
    assertThat(found.bars().column(BarField.OPEN)).containsExactly(39 * 0.9 / 4, 11);
    assertThat(found.bars().column(BarField.HIGH)).containsExactly(41 * 0.9 / 4, 12);
    assertThat(found.bars().column(BarField.LOW)).containsExactly(38 * 0.9 / 4, 9);
    assertThat(found.bars().column(BarField.VOLUME)).containsExactly(400, 450);
  }

  @Test
  void countsADividendOnceWhetherTheSplitsAreInThePricesOrNot() {
    List<CorporateAction> actions =
        List.of(dividend(FIRST + 1, 4), split(FIRST + 2, 4, 1), dividend(FIRST + 3, 0.5));
    BarSeries raw = raw(40, 36, 10, 9.5);
    double[] fromRaw = closes(adjusted(raw, PriceBasis.TOTAL_RETURN, actions));
    BarSeries divided =
        new BarSeries(
            PriceBasis.SPLIT_ADJUSTED,
            "test",
            1,
            Bars.ofCloses(raw.bars().epochDays(), new double[] {10, 9, 10, 9.5}));
    Adjustment adjustment =
        new Adjustment(
            divided, actions, List.of(split(FIRST + 2, 4, 1)), DOLLARS, DividendRates.none());
    double[] fromDivided = closes(adjustment.to(PriceBasis.TOTAL_RETURN));
    for (int i = 0; i < fromRaw.length; i++) {
      assertThat(fromDivided[i]).isCloseTo(fromRaw[i], within(1e-12));
    }
    assertThat(fromRaw[0]).isCloseTo(40 * 0.9 / 4 * 0.95, within(1e-12));
  }

  @Test
  void leavesAloneWhatLiesOutsideTheSeries() {
    List<CorporateAction> actions =
        List.of(dividend(FIRST, 1), split(FIRST + 2, 2, 1), dividend(FIRST + 9, 1));
    assertThat(closes(adjusted(raw(10, 11), PriceBasis.TOTAL_RETURN, actions)))
        .containsExactly(10, 11);
  }

  @Test
  void saysOfASeriesWithoutKnownActionsThatNothingIsWorkedIn() {
    assertThat(done(adjusted(raw(10, 11), PriceBasis.TOTAL_RETURN, List.of())).basis())
        .isEqualTo(PriceBasis.RAW);
    assertThat(
            done(adjusted(raw(10, 11), PriceBasis.TOTAL_RETURN, List.of(split(FIRST + 1, 2, 1))))
                .basis())
        .isEqualTo(PriceBasis.SPLIT_ADJUSTED);
  }

  @Test
  void takesNothingOutOfASeriesAndNeverCountsADividendTwice() {
    BarSeries whole =
        new BarSeries(
            PriceBasis.TOTAL_RETURN,
            "test",
            1,
            Bars.ofCloses(new int[] {FIRST, FIRST + 1}, new double[] {10, 11}));
    List<CorporateAction> actions = List.of(dividend(FIRST + 1, 1));
    assertThat(closes(adjusted(whole, PriceBasis.TOTAL_RETURN, actions))).containsExactly(10, 11);
    assertThat(adjusted(whole, PriceBasis.RAW, actions)).isInstanceOf(Adjusted.Impossible.class);
    assertThat(adjusted(whole, PriceBasis.SPLIT_ADJUSTED, actions))
        .isInstanceOf(Adjusted.Impossible.class);
  }

  @Test
  void refusesADividendThatThePriceCannotBear() {
    assertThat(adjusted(raw(10, 11), PriceBasis.TOTAL_RETURN, List.of(dividend(FIRST + 1, 10))))
        .isEqualTo(
            new Adjusted.Impossible(
                "expected its dividend of %s below the close before, found 10.0 against 10.0 USD"
                    .formatted(LocalDate.ofEpochDay(FIRST + 1))));
  }

  @Test
  void turnsADividendOfAnotherCurrencyIntoPenceOrRefuses() {
    List<CorporateAction> actions =
        List.of(dividend(FIRST + 1, new BigDecimal("0.25"), Currency.USD));
    BarSeries pence = raw(2_000, 1_990);
    QuoteUnit unit = QuoteUnit.of("GBX");
    DividendRates rates =
        (from, to, day) ->
            from.equals(Currency.USD) && to.equals(Currency.GBP) && day == FIRST ? 0.8 : Double.NaN;
    assertThat(
            closes(
                new Adjustment(pence, actions, List.of(), unit, rates).to(PriceBasis.TOTAL_RETURN)))
        .containsExactly(2_000 * (1 - 20.0 / 2_000), 1_990);
    assertThat(
            new Adjustment(pence, actions, List.of(), unit, DividendRates.none())
                .to(PriceBasis.TOTAL_RETURN))
        .isInstanceOf(Adjusted.Impossible.class);
  }
}
