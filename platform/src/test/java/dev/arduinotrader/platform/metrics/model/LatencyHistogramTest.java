package dev.arduinotrader.platform.metrics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyHistogramTest {
  private static final double NANOS_PER_MILLISECOND = 1e6;
  private static final double HALF_MICROSECOND_MILLIS = 0.0005;

  private static LatencyHistogram histogram(long[] nanos) {
    SortedMap<Integer, Long> counts = new TreeMap<>();
    for (long value : nanos) {
      counts.merge(LatencyScale.bucketOf(value), 1L, Long::sum);
    }
    return LatencyHistogram.of(counts);
  }

  /** From under a microsecond to a quarter of an hour, every size equally likely. */
  private static long[] latencies(Random random, int count) {
    return random
        .doubles(count, 2, 12)
        .mapToLong(size -> (long) Math.pow(10, size * 0.98))
        .toArray();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void estimatesEveryPercentileWithinASixteenth(long seed) {
    Random random = new Random(seed);
    long[] nanos = latencies(random, 1 + random.nextInt(3_000));
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    LatencyHistogram histogram = histogram(nanos);

    for (double share : new double[] {0.001, 0.25, 0.5, 0.95, 0.99, 0.999, 1}) {
      double exact = sorted[(int) Math.ceil(share * sorted.length) - 1] / NANOS_PER_MILLISECOND;
      double estimate = Objects.requireNonNull(histogram.percentileMillis(share));
      assertThat(Math.abs(estimate - exact))
          .as("seed %d, share %s, exact %s", seed, share, exact)
          .isLessThanOrEqualTo(Math.max(HALF_MICROSECOND_MILLIS, exact / 16));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14})
  void addsTwoAsIfOneHadCountedAll(long seed) {
    Random random = new Random(seed);
    long[] one = latencies(random, 500);
    long[] other = latencies(random, random.nextInt(500));
    long[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);

    assertThat(histogram(one).plus(histogram(other))).isEqualTo(histogram(both));
    assertThat(histogram(other).plus(histogram(one))).isEqualTo(histogram(both));
  }

  @Test
  void comesBackFromItsFilledBuckets() {
    LatencyHistogram histogram = histogram(new long[] {5_000, 5_100, 70_000_000});

    assertThat(histogram.countsByBucket()).hasSize(2).containsEntry(5, 2L);
    assertThat(LatencyHistogram.of(histogram.countsByBucket())).isEqualTo(histogram);
  }

  @Test
  void bucketsFollowOneAnotherWithoutGap() {
    for (int bucket = 1; bucket < LatencyScale.BUCKETS; bucket++) {
      assertThat(LatencyScale.middleNanos(bucket))
          .isGreaterThan(LatencyScale.middleNanos(bucket - 1));
      assertThat(LatencyScale.bucketOf(LatencyScale.middleNanos(bucket))).isEqualTo(bucket);
    }
    assertThat(LatencyScale.bucketOf(-1)).isZero();
    assertThat(LatencyScale.bucketOf(Long.MAX_VALUE)).isEqualTo(LatencyScale.BUCKETS - 1);
  }

  @Test
  void hasNoPercentileWithoutCalls() {
    assertThat(LatencyHistogram.EMPTY.percentileMillis(0.5)).isNull();
    assertThat(CallWindow.NONE.successRate()).isNull();
    assertThat(CallWindow.NONE.averageLatencyMillis()).isNull();
  }

  @Test
  void refusesBucketsThatDoNotExist() {
    assertThatThrownBy(() -> LatencyHistogram.of(new TreeMap<>(java.util.Map.of(9_999, 1L))))
        .hasMessageContaining("found 9999");
    assertThatThrownBy(() -> LatencyHistogram.of(new TreeMap<>(java.util.Map.of(3, -1L))))
        .hasMessageContaining("found 3 with -1");
    assertThatThrownBy(() -> LatencyHistogram.EMPTY.percentileMillis(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
