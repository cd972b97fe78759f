package dev.arduinotrader.universe.sources;

import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.model.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

  /** Refuses what is wrong by itself; repairs nothing. */
  static BarCheck plain() {
    return new PlainBarCheck();
  }

  /** A value that cannot be true; the whole row of the day is left out. */
  record BadValue(LocalDate date, String why) {}

  /**
   * What remains.
   *
   * @param bars oldest first; empty when no row remains
   * @param rejected what is left out because it cannot be true
   */
  record Checked(Optional<Bars> bars, List<BadValue> rejected) {
    private static final int RECENT_DAYS = 30;

    public Checked {
      rejected = List.copyOf(rejected);
    }

    /** Whether the part that decides today has a hole: another source should be asked. */
    boolean isDoubtful(LocalDate now) {
      return rejected.stream().anyMatch(bad -> bad.date().isAfter(now.minusDays(RECENT_DAYS)));
    }

    /** How much was left out, and the newest of it. */
    public String summary() {
      return "%d values were not stored, the newest: %s"
          .formatted(
              rejected.size(),
              rejected.stream()
                  .max(java.util.Comparator.comparing(BadValue::date))
                  .map(BadValue::why)
                  .orElse("none"));
    }
  }
}
