package dev.arduinotrader.universe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source has been doing.
 *
 * @param successes answers that were good, ever
 * @param failures answers that failed or lied, ever
 * @param failuresInARow since the last success
 * @param lastSuccess null when there was none
 * @param lastFailure null when there was none
 * @param lastFailureWhy what failed then; empty when there was none
 * @param restingUntil null when it may be asked; otherwise it failed so often that it is left alone
 */
public record SourceHealth(
    long successes,
    long failures,
    int failuresInARow,
    @Nullable Instant lastSuccess,
    @Nullable Instant lastFailure,
    String lastFailureWhy,
    @Nullable Instant restingUntil) {
  /** A source that was never asked. */
  public static final SourceHealth UNTRIED = new SourceHealth(0, 0, 0, null, null, "", null);

  /** Whether the last thing that it did was right. */
  public boolean isGood() {
    return failuresInARow == 0 && restingUntil == null;
  }
}
