package dev.arduinotrader.universe.sources;

import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.model.Venue;
import dev.arduinotrader.universe.model.raw.RawBar;
import dev.arduinotrader.universe.model.validation.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides which of the rows that a source gave may be stored. */
@FunctionalInterface
public interface BarCheck {
  /**
   * Checks one security's rows.
   *
   * @param stored what is known of the security already, null when nothing is
   * @param now rows of sessions that close later are left out
   */
  Checked check(
      Security security, SourceBars fetched, @Nullable BarSeries stored, Venue venue, Instant now);

  /** The checks of every import, and the comparison with what is stored. */
  static BarCheck full() {
    return new ValidatedBarCheck();
  }

  /** A value that cannot be true; the whole row of the day is left out. */
  record BadValue(LocalDate date, String why, Finding finding) {}

  /**
   * What remains.
   *
   * @param bars oldest first; empty when no row remains
   * @param rejected what is left out because it cannot be true
   * @param repaired what was certainly wrong and is certainly known; the repaired value remains
   * @param rows what the bars were made of, with their dividends and splits
   * @param flagged what a person should look at; it remains as it is
   */
  record Checked(
      Optional<Bars> bars,
      List<BadValue> rejected,
      List<BadValue> repaired,
      List<RawBar> rows,
      List<Finding> flagged) {
    static final Checked NOTHING =
        new Checked(Optional.empty(), List.of(), List.of(), List.of(), List.of());

    private static final int RECENT_DAYS = 30;

    public Checked {
      rejected = List.copyOf(rejected);
      repaired = List.copyOf(repaired);
      rows = List.copyOf(rows);
      flagged = List.copyOf(flagged);
    }

    /** Everything that was found, in the order of time. */
    List<Finding> findings() {
      Stream<BadValue> bad = Stream.concat(rejected.stream(), repaired.stream());
      return Stream.concat(bad.map(BadValue::finding), flagged.stream())
          .distinct()
          .sorted(Comparator.comparing(finding -> finding.time().date()))
          .toList();
    }

    /** Whether the part that decides today has a hole: another source should be asked. */
    boolean isDoubtful(LocalDate now) {
      return rejected.stream().anyMatch(bad -> bad.date().isAfter(now.minusDays(RECENT_DAYS)));
    }

    /** Whether all was as it should be. */
    public boolean isClean() {
      return rejected.isEmpty() && repaired.isEmpty();
    }

    /** How much was left out or repaired, and the newest of it. */
    public String summary() {
      List<BadValue> all = rejected.isEmpty() ? repaired : rejected;
      return "%d values were not stored, %d repaired, the newest: %s"
          .formatted(
              rejected.size(),
              repaired.size(),
              all.stream()
                  .max(Comparator.comparing(BadValue::date))
                  .map(BadValue::why)
                  .orElse("none"));
    }
  }
}
