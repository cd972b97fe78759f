package dev.arduinotrader.universe.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.model.raw.RawBar;
import dev.arduinotrader.universe.model.raw.RawField;
import dev.arduinotrader.universe.model.raw.RawSeries;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PriceValidationTest {
  private static final List<RawBar> CLEAN = FatTails.of(new Random(7), 200).bars();

  private static ValidatedSeries validate(List<RawBar> bars) {
    return PriceValidation.validate(RawSeries.daily(bars), ValidationContext.none());
  }

  private static List<RawBar> with(int index, RawField field, double value) {
    List<RawBar> bars = new ArrayList<>(CLEAN);
    bars.set(index, bars.get(index).with(field, value));
    return bars;
  }

  private static void assertOnly(
      ValidatedSeries validated, FindingKind kind, FindingAction action) {
    assertThat(validated.findings())
        .extracting(Finding::kind, Finding::action)
        .containsOnly(org.assertj.core.groups.Tuple.tuple(kind, action));
  }

  @Test
  void takesOutBarsWithoutACloseAboveZero() {
    for (double close : new double[] {0, -1, Double.NEGATIVE_INFINITY, Double.NaN}) {
      ValidatedSeries validated = validate(with(50, RawField.CLOSE, close));

      assertThat(validated.rows()).hasSize(199).noneMatch(row -> row.source() == 50);
      assertThat(validated.count(FindingAction.REJECTED)).isEqualTo(1);
    }
  }

  @Test
  void takesOutAnInfiniteAdjustedCloseAndKeepsItsBar() {
    ValidatedSeries validated =
        validate(with(50, RawField.ADJUSTED_CLOSE, Double.NEGATIVE_INFINITY));

    assertOnly(validated, FindingKind.NOT_FINITE, FindingAction.REJECTED);
    assertThat(validated.rows()).hasSize(200);
    assertThat(validated.rows().get(50).bar().adjustedClose()).isNaN();
  }

  @Test
  void readsNewestFirstAndSortsAStrayRow() {
    List<RawBar> reversed = new ArrayList<>(CLEAN);
    Collections.reverse(reversed);
    List<RawBar> stray = new ArrayList<>(CLEAN);
    Collections.swap(stray, 60, 61);

    for (List<RawBar> bars : List.of(reversed, stray)) {
      ValidatedSeries validated = validate(bars);

      assertOnly(validated, FindingKind.WRONG_ORDER, FindingAction.REPAIRED);
      assertThat(validated.rows()).extracting(ValidatedSeries.Row::bar).isEqualTo(CLEAN);
    }
  }

  @Test
  void keepsTheFirstOfTwoRowsOfOneDay() {
    List<RawBar> twice = new ArrayList<>(CLEAN);
    twice.add(61, CLEAN.get(60).with(RawField.CLOSE, 1));

    ValidatedSeries validated = validate(twice);

    assertOnly(validated, FindingKind.DUPLICATE, FindingAction.REJECTED);
    assertThat(validated.rows()).extracting(ValidatedSeries.Row::bar).isEqualTo(CLEAN);
  }

  @Test
  void exchangesHighAndLowWhenThatMakesSense() {
    RawBar bar = CLEAN.get(50);
    List<RawBar> bars = with(50, RawField.HIGH, bar.low());
    bars.set(50, bars.get(50).with(RawField.LOW, bar.high()));

    ValidatedSeries validated = validate(bars);

    assertOnly(validated, FindingKind.HIGH_BELOW_LOW, FindingAction.REPAIRED);
    assertThat(validated.rows().get(50).bar()).isEqualTo(bar);
  }

  @Test
  void flagsACloseOutsideTheRangeOfItsDay() {
    ValidatedSeries validated = validate(with(50, RawField.HIGH, CLEAN.get(50).close() * 0.999));

    assertThat(validated.findings())
        .extracting(Finding::kind, Finding::action)
        .contains(
            org.assertj.core.groups.Tuple.tuple(FindingKind.OUTSIDE_RANGE, FindingAction.FLAGGED));
  }

  @Test
  void repairsASingleNumberAHundredTimesOff() {
    ValidatedSeries validated = validate(with(50, RawField.HIGH, CLEAN.get(50).high() * 100));

    assertOnly(validated, FindingKind.UNIT_ERROR, FindingAction.REPAIRED);
    assertThat(validated.rows().get(50).bar().high())
        .isCloseTo(CLEAN.get(50).high(), org.assertj.core.data.Offset.offset(1e-9));
  }

  @Test
  void keepsEveryOriginalSoThatARepairCanBeTakenBack() {
    List<RawBar> bars = new ArrayList<>(CLEAN);
    for (int i = 0; i < 80; i++) {
      for (RawField field : List.of(RawField.OPEN, RawField.HIGH, RawField.LOW, RawField.CLOSE)) {
        bars.set(i, bars.get(i).with(field, bars.get(i).value(field) * 100));
      }
      bars.set(i, bars.get(i).with(RawField.ADJUSTED_CLOSE, bars.get(i).adjustedClose() * 100));
    }
    ValidatedSeries validated = validate(bars);

    List<RawBar> restored = new ArrayList<>();
    validated.rows().forEach(row -> restored.add(row.bar()));
    for (Finding finding : validated.findings().reversed()) {
      for (Finding.Change change : finding.changes().reversed()) {
        for (int i = 0; i < restored.size(); i++) {
          if (restored.get(i).time().equals(change.time())) {
            restored.set(i, restored.get(i).with(change.field(), change.original()));
          }
        }
      }
    }
    assertThat(validated.count(FindingAction.REPAIRED)).isEqualTo(80);
    assertThat(restored).isEqualTo(bars);
  }

  @Test
  void believesAFallOfNinetyPercentThatStaysAndFlagsIt() {
    List<RawBar> bars = closesOnly();
    for (int i = 100; i < bars.size(); i++) {
      bars.set(i, RawBar.ofClose(bars.get(i).time().date(), bars.get(i).close() * 0.1));
    }

    ValidatedSeries validated = validate(bars);

    assertOnly(validated, FindingKind.LEVEL_CHANGE, FindingAction.FLAGGED);
    assertThat(validated.rows()).extracting(ValidatedSeries.Row::bar).isEqualTo(bars);
  }

  @Test
  void doesNotStoreANewestCloseTenOrAHundredTimesOffUntilItIsConfirmed() {
    for (double factor : new double[] {10, 0.1, 100, 0.01}) {
      List<RawBar> bars = closesOnly();
      int last = bars.size() - 1;
      bars.set(last, RawBar.ofClose(bars.get(last).time().date(), bars.get(last).close() * factor));

      ValidatedSeries validated = validate(bars);

      assertOnly(validated, FindingKind.UNIT_ERROR, FindingAction.REJECTED);
      assertThat(validated.rows()).hasSize(last);
    }
  }

  @Test
  void findsSpikesInTheFirstThirtyDaysWhicheverWayTheFileRuns() {
    for (int place = 1; place < 30; place++) {
      List<RawBar> bars = closesOnly().subList(0, 60);
      bars = new ArrayList<>(bars);
      bars.set(place, RawBar.ofClose(bars.get(place).time().date(), bars.get(place).close() * 10));
      List<RawBar> reversed = new ArrayList<>(bars);
      Collections.reverse(reversed);

      assertThat(validate(bars).rows()).isEqualTo(flipped(validate(reversed)));
      assertThat(validate(bars).rows().get(place).bar().close())
          .isCloseTo(
              CLEAN.get(place).close(), org.assertj.core.data.Percentage.withPercentage(1e-9));
    }
  }

  private static List<ValidatedSeries.Row> flipped(ValidatedSeries series) {
    return series.rows().stream()
        .map(row -> new ValidatedSeries.Row(59 - row.source(), row.bar()))
        .toList();
  }

  private static List<RawBar> closesOnly() {
    List<RawBar> bars = new ArrayList<>();
    CLEAN.forEach(bar -> bars.add(RawBar.ofClose(bar.time().date(), bar.close())));
    return bars;
  }

  @Test
  void leavesATrueSplitInPricesAsTradedAlone() {
    List<RawBar> bars = closesOnly();
    for (int i = 0; i < 100; i++) {
      bars.set(i, RawBar.ofClose(bars.get(i).time().date(), bars.get(i).close() * 2));
    }
    bars.set(100, bars.get(100).with(RawField.SPLIT, 2));

    ValidatedSeries validated =
        PriceValidation.validate(
            RawSeries.daily(bars), ValidationContext.none().withBasis(PriceBasis.RAW));

    assertThat(validated.findings()).isEmpty();
    assertThat(validated.rows()).extracting(ValidatedSeries.Row::bar).isEqualTo(bars);
  }

  @Test
  void namesSessionsWithoutABarAndBarsWithoutASession() {
    List<RawBar> bars = closesOnly();
    LocalDate removed = bars.remove(50).time().date();
    LocalDate holiday = bars.get(80).time().date();
    Sessions sessions =
        date ->
            date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 || date.equals(holiday)
                ? Sessions.Day.CLOSED
                : Sessions.Day.OPEN;

    ValidatedSeries validated =
        PriceValidation.validate(
            RawSeries.daily(bars), ValidationContext.none().withSessions(sessions));

    assertThat(validated.findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.GAP, FindingKind.NOT_A_SESSION);
    assertThat(validated.findings().getFirst().why()).contains("1 sessions from " + removed);
  }

  @Test
  void turnsPoundsIntoThePenceOfTheOtherSourceAndFlagsAnotherCurrency() {
    List<RawBar> pounds = closesOnly();
    int[] days = pounds.stream().mapToInt(b -> (int) b.time().date().toEpochDay()).toArray();
    double[] pence = pounds.stream().mapToDouble(bar -> bar.close() * 100).toArray();
    double[] dollars = pounds.stream().mapToDouble(bar -> bar.close() * 1.27).toArray();

    ValidatedSeries inPence = validate(pounds, Bars.ofCloses(days, pence));
    assertOnly(inPence, FindingKind.UNIT_ERROR, FindingAction.REPAIRED);
    assertThat(inPence.rows().get(3).bar().close()).isEqualTo(pence[3]);
    ValidatedSeries other = validate(pounds, Bars.ofCloses(days, dollars));
    assertOnly(other, FindingKind.CURRENCY_CHANGE, FindingAction.FLAGGED);
  }

  private static ValidatedSeries validate(List<RawBar> bars, Bars reference) {
    return PriceValidation.validate(
        RawSeries.daily(bars), ValidationContext.none().withReference(reference));
  }

  @Test
  void saysNothingOfAnEmptySeries() {
    assertThat(validate(List.of()).rows()).isEmpty();
  }
}
