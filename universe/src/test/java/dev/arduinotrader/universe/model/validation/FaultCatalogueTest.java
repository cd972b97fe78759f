package dev.arduinotrader.universe.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.universe.model.raw.RawBar;
import dev.arduinotrader.universe.model.raw.RawField;
import dev.arduinotrader.universe.model.raw.RawSeries;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class FaultCatalogueTest {
  private static final int SERIES = 30;
  private static final int OUTSIDE_SERIES = 100;
  private static final int BARS = 500;
  private static final long SEED = 20_260_701;

  private static ValidatedSeries validate(RawSeries series) {
    return PriceValidation.validate(series, ValidationContext.none());
  }

  @ParameterizedTest
  @EnumSource
  void findsEveryFaultOfTheCatalogueAndChangesNoCleanBar(InjectedFault.Kind kind) {
    List<String> failures = new ArrayList<>();
    for (int k = 0; k < SERIES; k++) {
      long seed = SEED + kind.name().length() * 1_000L + k;
      Random random = new Random(seed);
      RawSeries clean = FatTails.of(random, BARS);
      InjectedFault fault = InjectedFault.into(clean, kind, random);
      ValidatedSeries validated = validate(fault.faulty());
      if (validated.findings().stream().noneMatch(f -> isAt(fault, f))) {
        failures.add("seed " + seed + ": not found, but " + validated.findings());
      }
      failures.addAll(wronglyChanged(seed, clean, fault.faulty(), validated));
    }
    assertThat(failures).isEmpty();
  }

  private static boolean isAt(InjectedFault fault, Finding finding) {
    var at = Moments.of(finding.time());
    return finding.kind() != FindingKind.OUTSIDE_RANGE
        && !at.isBefore(Moments.of(FatTails.time(fault.faulty(), fault.from())))
        && !at.isAfter(Moments.of(FatTails.time(fault.faulty(), fault.to())));
  }

  /** Every number must be the faulty one, untouched, or the true one. */
  private static List<String> wronglyChanged(
      long seed, RawSeries clean, RawSeries faulty, ValidatedSeries validated) {
    List<String> wrong = new ArrayList<>();
    for (ValidatedSeries.Row row : validated.rows()) {
      RawBar given = faulty.bars().get(row.source());
      RawBar truth = clean.bars().get(row.source());
      for (RawField field : RawField.values()) {
        double now = row.bar().value(field);
        boolean volume = field == RawField.VOLUME;
        boolean untouched = Double.compare(now, given.value(field)) == 0;
        boolean asItWas = Math.abs(now - truth.value(field)) <= 1e-9 * Math.abs(now);
        if (!untouched && !asItWas && !volume) {
          wrong.add(
              "seed %d: %s of %s became %s, was %s, is %s"
                  .formatted(
                      seed, field, given.time(), now, given.value(field), truth.value(field)));
        }
      }
    }
    return wrong.subList(0, Math.min(3, wrong.size()));
  }

  @Test
  void leavesFlawlessSeriesAloneAndFlagsFewOfTheirBars() {
    Map<FindingKind, Integer> flags = new EnumMap<>(FindingKind.class);
    int bars = 0;
    for (int k = 0; k < 80; k++) {
      RawSeries clean = FatTails.of(new Random(SEED - 1 - k), BARS);
      ValidatedSeries validated = validate(clean);
      assertThat(validated.rows()).extracting(ValidatedSeries.Row::bar).isEqualTo(clean.bars());
      assertThat(validated.findings())
          .as("seed " + (SEED - 1 - k))
          .allMatch(finding -> finding.action() == FindingAction.FLAGGED);
      validated.findings().forEach(finding -> flags.merge(finding.kind(), 1, Integer::sum));
      bars += clean.bars().size();
    }
    int all = flags.values().stream().mapToInt(Integer::intValue).sum();
    System.out.println("flags on " + bars + " flawless fat-tailed bars: " + flags);
    assertThat(all).isLessThan(bars / 500);
  }

  /**
   * Faults that are too small to be certain of: how many are flagged, and how many flags are right.
   */
  @ParameterizedTest
  @CsvSource({
    "outlier of 3 to 5 usual moves, 0.1, 0.3",
    "outlier of 5 to 8 usual moves, 0.85, 0.75",
    "untold step of 1.3 to 1.5 times, 0.9, 0.9",
    "untold step of 1.5 to 4 times, 1, 0.95",
    "dividend of 0.3 to 2 % not worked in, 1, 0.84",
    "dividend of 0.3 to 2 % untold, 1, 0.84",
    "dividend of 0.3 to 2 % worked in twice, 1, 0.84",
    "dividend of 0.3 to 2 % told a hundredfold, 1, 0.84"
  })
  void reportsPrecisionAndRecallOutsideTheCatalogue(
      String fault, double recallMin, double precisionMin) {
    int found = 0;
    int right = 0;
    int all = 0;
    for (int k = 0; k < OUTSIDE_SERIES; k++) {
      Random random = new Random(SEED + k);
      InjectedFault injected = outside(fault, random);
      List<Finding> findings =
          validate(injected.faulty()).findings().stream()
              .filter(finding -> finding.kind() != FindingKind.OUTSIDE_RANGE)
              .toList();
      int here = (int) findings.stream().filter(finding -> isAt(injected, finding)).count();
      found += here > 0 ? 1 : 0;
      right += here;
      all += findings.size();
    }
    double recall = (double) found / OUTSIDE_SERIES;
    double precision = all == 0 ? 1 : (double) right / all;
    System.out.printf(
        "%-48s recall %5.1f %%  precision %5.1f %%, first seed %d%n",
        fault, 100 * recall, 100 * precision, SEED);
    assertThat(recall).isGreaterThanOrEqualTo(recallMin);
    assertThat(precision).isGreaterThanOrEqualTo(precisionMin);
  }

  private static InjectedFault outside(String fault, Random random) {
    RawSeries clean = FatTails.of(random, BARS, 0.003, 0.02);
    double part = random.nextDouble();
    return switch (fault) {
      case "outlier of 3 to 5 usual moves" ->
          InjectedFault.smallOutlier(clean, 3 + 2 * part, random);
      case "outlier of 5 to 8 usual moves" ->
          InjectedFault.smallOutlier(clean, 5 + 3 * part, random);
      case "untold step of 1.3 to 1.5 times" ->
          InjectedFault.untoldStep(clean, 1.3 + 0.2 * part, random);
      case "untold step of 1.5 to 4 times" ->
          InjectedFault.untoldStep(clean, 1.5 + 2.5 * part, random);
      case "dividend of 0.3 to 2 % not worked in" ->
          InjectedFault.into(clean, InjectedFault.Kind.DIVIDEND_NOT_WORKED_IN, random);
      case "dividend of 0.3 to 2 % untold" ->
          InjectedFault.into(clean, InjectedFault.Kind.DIVIDEND_UNTOLD, random);
      case "dividend of 0.3 to 2 % worked in twice" ->
          InjectedFault.into(clean, InjectedFault.Kind.DIVIDEND_WORKED_IN_DOUBLED, random);
      case "dividend of 0.3 to 2 % told a hundredfold" ->
          InjectedFault.into(clean, InjectedFault.Kind.DIVIDEND_TOLD_HUNDREDFOLD, random);
      default -> throw new IllegalArgumentException(fault);
    };
  }
}
