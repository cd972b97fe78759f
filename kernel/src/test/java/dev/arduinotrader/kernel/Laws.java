package dev.arduinotrader.kernel;

import java.util.Random;

/** Tries a law on many seeded random cases; the failure of one names the seed that repeats it. */
public final class Laws {
  private static final int CASES = 2_000;

  private Laws() {}

  /** What must be true whatever the random numbers are. */
  @FunctionalInterface
  public interface Law {
    void check(Random random);
  }

  /** Checks the law 2,000 times, or once with the seed of {@code -Dlaw.seed=}. */
  public static void hold(Law law) {
    Long only = Long.getLong("law.seed");
    if (only != null) {
      law.check(new Random(only));
      return;
    }
    for (long seed = 1; seed <= CASES; seed++) {
      try {
        law.check(new Random(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("broken with -Dlaw.seed=" + seed + ": " + e.getMessage(), e);
      }
    }
  }
}
