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
import org.junit.jupiter.params.provider.EnumSource;

final class FaultCatalogueTest {
  private static final int SERIES = 30;
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
}
