package dev.arduinotrader.universe.model.sample;

/**
 * A stream of random numbers that is read at any place: the number at a counter is a hash of the
 * seed, the stream's name and the counter, so nothing has to be drawn before it.
 *
 * <p>Only exact arithmetic and {@link StrictMath} are used, here and wherever prices are made:
 * {@link Math} may differ in the last bit from processor to processor, and then so would prices.
 */
final class Draws {
  private static final long STEP = 0x9E3779B97F4A7C15L;
  private static final long TEXT_START = 0xCBF29CE484222325L;
  private static final long TEXT_FACTOR = 0x100000001B3L;
  private static final double UNIT = 0x1.0p-53;
  private static final double FAT_TAILED_MAX = 8;

  private final long key;

  private Draws(long key) {
    this.key = key;
  }

  static Draws of(long seed, String name) {
    long hash = TEXT_START;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * TEXT_FACTOR;
    }
    return new Draws(mix(seed + STEP) ^ mix(hash));
  }

  /** Evenly distributed between 0 and 1, both excluded. */
  double uniform(long counter) {
    return ((mix(key + counter * STEP) >>> 11) + 0.5) * UNIT;
  }

  /**
   * Student's t with 4 degrees of freedom, scaled to a variance of 1 and cut at 8. Uses the
   * counters 2n and 2n+1 of this stream.
   *
   * <p>Bailey (1994), Polar generation of random variates with the t-distribution: t = sqrt(v
   * (u^(-2/v) - 1)) cos(2 pi w); v = 4 needs square roots only, and has the variance 2.
   */
  double fatTailed(long n) {
    double radius = Math.sqrt(2 * (1 / Math.sqrt(uniform(2 * n)) - 1));
    double value = radius * StrictMath.cos(2 * Math.PI * uniform(2 * n + 1));
    return Math.clamp(value, -FAT_TAILED_MAX, FAT_TAILED_MAX);
  }

  /** The finalizer of SplitMix64 (Stafford's variant 13). */
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
