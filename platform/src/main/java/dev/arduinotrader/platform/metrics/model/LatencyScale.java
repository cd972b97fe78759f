package dev.arduinotrader.platform.metrics.model;

/**
 * Sorts latencies into a fixed number of buckets: one microsecond wide up to 16 us, from there on
 * eight for each doubling. The middle of a bucket is off by half a microsecond or by a sixteenth at
 * most.
 */
public final class LatencyScale {
  private static final long NANOS_PER_MICROSECOND = 1_000;

  /** Eight buckets for each doubling. */
  private static final int STEP_BITS = 3;

  private static final int STEPS = 1 << STEP_BITS;

  /** 2^30 us are 18 minutes, more than the longest call; what takes longer counts as this. */
  private static final int MICROS_BITS_MAX = 30;

  private static final long MICROS_MAX = (1L << MICROS_BITS_MAX) - 1;

  /** How many buckets there are. */
  public static final int BUCKETS = (MICROS_BITS_MAX - STEP_BITS + 1) * STEPS;

  private LatencyScale() {}

  /** The bucket of a latency, from 0; a negative latency counts as none. */
  public static int bucketOf(long nanos) {
    long micros = Math.clamp(nanos / NANOS_PER_MICROSECOND, 0, MICROS_MAX);
    int shift = shiftOf(micros);
    return shift * STEPS + (int) (micros >> shift);
  }

  private static int shiftOf(long micros) {
    return Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(micros) - STEP_BITS - 1);
  }

  /** The middle of a bucket, in nanoseconds. */
  public static long middleNanos(int bucket) {
    if (bucket < 0 || bucket >= BUCKETS) {
      throw new IllegalArgumentException(
          "expected a bucket of 0 to %d, found %d".formatted(BUCKETS - 1, bucket));
    }
    int shift = Math.max(0, bucket / STEPS - 1);
    long lowestMicros = (long) (bucket - shift * STEPS) << shift;
    long widthNanos = NANOS_PER_MICROSECOND << shift;
    return lowestMicros * NANOS_PER_MICROSECOND + widthNanos / 2;
  }
}
