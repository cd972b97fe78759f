package dev.arduinotrader.platform.metrics.model;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many calls fell into each bucket of {@link LatencyScale}. Never changes. */
public final class LatencyHistogram {
  private static final double NANOS_PER_MILLISECOND = 1e6;

  /** No calls. */
  public static final LatencyHistogram EMPTY = new LatencyHistogram(new long[LatencyScale.BUCKETS]);

  private final long[] counts;
  private final long total;

  private LatencyHistogram(long[] counts) {
    this.counts = counts;
    this.total = Arrays.stream(counts).sum();
  }

  /**
   * The histogram with these numbers of calls.
   *
   * @param countsByBucket buckets that are missing have no calls
   * @throws IllegalArgumentException when a bucket does not exist or a number is below zero
   */
  public static LatencyHistogram of(SortedMap<Integer, Long> countsByBucket) {
    long[] counts = new long[LatencyScale.BUCKETS];
    countsByBucket.forEach(
        (bucket, count) -> {
          if (bucket < 0 || bucket >= counts.length || count < 0) {
            throw new IllegalArgumentException(
                "expected a bucket of 0 to %d with no fewer than 0 calls, found %d with %d"
                    .formatted(counts.length - 1, bucket, count));
          }
          counts[bucket] = count;
        });
    return new LatencyHistogram(counts);
  }

  /** The buckets that have calls. */
  public SortedMap<Integer, Long> countsByBucket() {
    SortedMap<Integer, Long> filled = new TreeMap<>();
    for (int bucket = 0; bucket < counts.length; bucket++) {
      if (counts[bucket] > 0) {
        filled.put(bucket, counts[bucket]);
      }
    }
    return filled;
  }

  /** The calls of both. */
  public LatencyHistogram plus(LatencyHistogram other) {
    long[] sums = counts.clone();
    for (int bucket = 0; bucket < sums.length; bucket++) {
      sums[bucket] += other.counts[bucket];
    }
    return new LatencyHistogram(sums);
  }

  /** How many calls there are. */
  public long total() {
    return total;
  }

  /**
   * The latency that this share of the calls did not exceed (nearest rank), as exact as {@link
   * LatencyScale}.
   *
   * @param share above 0, at most 1
   * @return milliseconds, null without calls
   */
  public @Nullable Double percentileMillis(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("expected a share above 0, at most 1, found " + share);
    }
    long rank = (long) Math.ceil(share * total);
    long seen = 0;
    for (int bucket = 0; bucket < counts.length; bucket++) {
      seen += counts[bucket];
      if (seen >= rank && seen > 0) {
        return LatencyScale.middleNanos(bucket) / NANOS_PER_MILLISECOND;
      }
    }
    return null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LatencyHistogram same && Arrays.equals(counts, same.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return countsByBucket().toString();
  }
}
