package dev.arduinotrader.scoring.model;

import dev.arduinotrader.kernel.market.PriceSeries;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.scoring.ScoringReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What a history must have for a score to mean anything. */
public final class HistoryRules {
  public static final int CLOSES_MIN = 50;
  public static final int MONTHS_MIN = 12;

  /** The longest closures of an exchange known to us lasted less. */
  public static final int CLOSE_AGE_DAYS_MAX = 30;

  private HistoryRules() {}

  /** Why these closes cannot be scored at this time; empty when they can. */
  public static Optional<Problem> refusal(PriceSeries closes, Instant decisionTime) {
    int months = closes.size() < CLOSES_MIN ? 0 : MonthlyMeans.of(closes).count();
    if (months < MONTHS_MIN) {
      return Optional.of(tooShort(closes));
    }
    LocalDate last = closes.date(closes.size() - 1);
    LocalDate decided = LocalDate.ofInstant(decisionTime, ZoneOffset.UTC);
    long ageDays = decided.toEpochDay() - last.toEpochDay();
    return ageDays > CLOSE_AGE_DAYS_MAX
        ? Optional.of(
            ScoringReason.PRICES_STALE.problem(
                "expected a close of the last %d days before %s, found the latest on %s\nMaybe bring the prices up to date."
                    .formatted(CLOSE_AGE_DAYS_MAX, decided, last)))
        : Optional.empty();
  }

  private static Problem tooShort(PriceSeries closes) {
    return ScoringReason.HISTORY_TOO_SHORT.problem(
        "expected at least %d closes over %d months, found %d closes over %d months\nMaybe import older prices, or wait."
            .formatted(CLOSES_MIN, MONTHS_MIN, closes.size(), MonthlyMeans.of(closes).count()));
  }
}
