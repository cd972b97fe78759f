package dev.arduinotrader.gateway.cycle;

import java.time.Duration;
import java.time.Instant;

/**
 * Another clock, read over a line that takes its time. It was read at some moment between question
 * and answer, so that it is ahead of ours by something between two bounds.
 *
 * @param aheadMin below zero when it may be behind
 * @param aheadMax not below {@code aheadMin}; the difference is what the line took
 */
record ClockReading(Duration aheadMin, Duration aheadMax) {
  /** What a reading says of two clocks. */
  enum Verdict {
    AGREE,
    APART,
    /** The line was too slow to tell. */
    UNSURE
  }

  /**
   * What is known of a clock that showed {@code read} between these instants of ours.
   *
   * @param answered not before {@code asked}
   */
  static ClockReading of(Instant read, Instant asked, Instant answered) {
    return new ClockReading(Duration.between(answered, read), Duration.between(asked, read));
  }

  Verdict judge(Duration skewMax) {
    if (aheadMin.compareTo(skewMax) > 0 || aheadMax.compareTo(skewMax.negated()) < 0) {
      return Verdict.APART;
    }
    return aheadMax.compareTo(skewMax) <= 0 && aheadMin.compareTo(skewMax.negated()) >= 0
        ? Verdict.AGREE
        : Verdict.UNSURE;
  }

  /** How far apart the clocks are at least, such as {@code 2.5 s ahead}. */
  String shown() {
    boolean ahead = !aheadMin.isNegative();
    Duration least = ahead ? aheadMin : aheadMax.negated();
    return "%s s %s"
        .formatted(Double.toString(least.toMillis() / 1000.0), ahead ? "ahead" : "behind");
  }
}
