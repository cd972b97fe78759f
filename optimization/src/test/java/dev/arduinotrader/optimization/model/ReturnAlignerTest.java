package dev.arduinotrader.optimization.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceSeries;
import dev.arduinotrader.optimization.Excluded;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReturnAlignerTest {
  private static final List<Isin> ISINS =
      java.util.stream.IntStream.range(0, 6)
          .mapToObj(i -> Isin.privateCode("XTST", "S" + i))
          .sorted()
          .toList();
  private static final Isin A = ISINS.get(0);
  private static final Isin B = ISINS.get(1);
  private static final Isin C = ISINS.get(2);
  private static final Isin D = ISINS.get(3);

  private final SortedMap<Isin, PriceSeries> histories = new TreeMap<>();

  private AlignedReturns align(int windowDays, Isin... required) {
    return ReturnAligner.align(histories, Set.of(required), windowDays, Histories.day(300));
  }

  @Test
  void takesTheLatestDaysOfTheWindow() {
    histories.put(A, Histories.walk(1, 0, 300));
    histories.put(B, Histories.walk(2, 0, 300));
    AlignedReturns aligned = align(200);
    assertThat(aligned.isins()).containsExactly(A, B);
    assertThat(aligned.excluded()).isEmpty();
    assertThat(aligned.observations()).isEqualTo(199);
    PriceSeries closes = Histories.walk(1, 0, 300);
    assertThat(aligned.returns()[0][0])
        .isCloseTo(closes.close(101) / closes.close(100) - 1, within(1e-15));
    assertThat(aligned.returns()[0][198])
        .isCloseTo(closes.close(299) / closes.close(298) - 1, within(1e-15));
  }

  @Test
  void keepsOnlyDaysOnWhichAllHaveACloseAndFillsNothing() {
    histories.put(A, Histories.walk(1, 0, 300));
    histories.put(B, Histories.walk(2, 0, 300, number -> number % 10 != 3));
    histories.put(C, Histories.walk(3, 0, 300, number -> number % 10 != 7));
    AlignedReturns aligned = align(100);
    assertThat(aligned.isins()).containsExactly(A, B, C);
    assertThat(aligned.observations()).isEqualTo(79);
    PriceSeries closes = Histories.walk(1, 0, 300);
    // Days 202, 204: day 203 is missing in B, so one return spans both.
    assertThat(aligned.returns()[0][2])
        .isCloseTo(closes.close(204) / closes.close(202) - 1, within(1e-15));
  }

  @Test
  void leavesOutAHistoryThatIsTooShortForTheWindow() {
    histories.put(A, Histories.walk(1, 0, 300));
    histories.put(B, Histories.walk(2, 0, 300));
    histories.put(C, Histories.walk(3, 141, 300));
    AlignedReturns aligned = align(200);
    assertThat(aligned.isins()).containsExactly(A, B);
    assertThat(aligned.excluded())
        .containsExactly(
            new Excluded(
                C, "closes on 159 of the latest 200 trading days, at least 160 are needed"));
    assertThat(aligned.observations()).isEqualTo(199);
  }

  @Test
  void leavesOutWhatStoppedTrading() {
    histories.put(A, Histories.walk(1, 0, 300));
    histories.put(B, Histories.walk(2, 0, 270));
    AlignedReturns aligned = align(200);
    assertThat(aligned.isins()).containsExactly(A);
    assertThat(aligned.excluded().get(0).reason()).startsWith("the latest close is of 2021-01-15");
    assertThat(aligned.observations()).isEqualTo(199);
  }

  @Test
  void leavesOutWhatNeverMoved() {
    histories.put(A, Histories.walk(1, 0, 300));
    histories.put(B, Histories.flat(0, 300));
    AlignedReturns aligned = align(200);
    assertThat(aligned.isins()).containsExactly(A);
    assertThat(aligned.excluded().get(0).reason()).startsWith("its price never moved");
  }

  @Test
  void measuresNothingBelowSixtyReturns() {
    histories.put(A, Histories.walk(1, 240, 300));
    assertThat(align(504).isins()).isEmpty();
    histories.put(A, Histories.walk(1, 239, 300));
    assertThat(align(504).isins()).containsExactly(A);
    assertThat(align(504).observations()).isEqualTo(60);
  }

  @Test
  void doesNotLetManyYoungListingsShortenTheWindow() {
    histories.put(A, Histories.walk(1, 0, 300));
    histories.put(B, Histories.walk(2, 220, 300));
    histories.put(C, Histories.walk(3, 220, 300));
    histories.put(D, Histories.walk(4, 220, 300));
    AlignedReturns aligned = align(200);
    assertThat(aligned.isins()).containsExactly(A);
    assertThat(aligned.observations()).isEqualTo(199);
  }

  @Test
  void doesNotCountTheDaysOfAFewExoticExchanges() {
    for (int i = 0; i < 5; i++) {
      histories.put(ISINS.get(i), Histories.walk(i, 0, 300, number -> number % 5 != 4));
    }
    histories.put(ISINS.get(5), Histories.walk(5, 0, 300));
    AlignedReturns aligned = align(200);
    assertThat(aligned.isins()).hasSize(6);
    assertThat(aligned.observations()).isEqualTo(199);
  }

  @Test
  void dropsOneAtATimeWhenTooFewDaysAreCommonAndTheRequiredLast() {
    histories.put(A, Histories.walk(1, 0, 300, number -> number < 200 || number >= 215));
    histories.put(B, Histories.walk(2, 0, 300, number -> number < 215 || number >= 230));
    histories.put(C, Histories.walk(3, 0, 300, number -> number < 230 || number >= 246));
    histories.put(D, Histories.walk(4, 0, 300));
    AlignedReturns aligned = align(100);
    assertThat(aligned.isins()).containsExactly(A, B, D);
    assertThat(aligned.excluded())
        .extracting(Excluded::isin, Excluded::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                C, "with it only 54 days have closes of all securities, at least 61 are needed"));
    assertThat(aligned.observations()).isEqualTo(69);
    assertThat(align(100, C).isins()).containsExactly(B, C, D);
  }

  @Test
  void alignsNothingToNothing() {
    AlignedReturns aligned = align(100);
    assertThat(aligned.isins()).isEmpty();
    assertThat(aligned.observations()).isZero();
  }
}
