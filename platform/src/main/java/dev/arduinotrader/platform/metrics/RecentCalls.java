package dev.arduinotrader.platform.metrics;

import dev.arduinotrader.platform.metrics.model.CallWindow;
import dev.arduinotrader.platform.metrics.model.LatencyHistogram;
import dev.arduinotrader.platform.metrics.model.LatencyScale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one method in the last five minutes, in steps of ten seconds, without locks. A step
 * takes memory (about 1 kB) from its first call until its place is needed again, so there are never
 * more than thirty.
 */
final class RecentCalls {
  private static final long STEP_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int STEPS = 30;

  private static final class Step {
    private final long number;
    private final AtomicIntegerArray latencies = new AtomicIntegerArray(LatencyScale.BUCKETS);
    private final LongAdder latencySum = new LongAdder();
    private final LongAdder failed = new LongAdder();

    Step(long number) {
      this.number = number;
    }
  }

  private final LongSupplier nanoTime;
  private final AtomicReferenceArray<@Nullable Step> steps = new AtomicReferenceArray<>(STEPS);

  /**
   * @param nanoTime nanoseconds of a clock that never goes back
   */
  RecentCalls(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  void add(long latencyNanos, boolean isFailure) {
    Step step = current();
    step.latencySum.add(latencyNanos);
    step.latencies.getAndIncrement(LatencyScale.bucketOf(latencyNanos));
    if (isFailure) {
      step.failed.increment();
    }
  }

  private Step current() {
    long number = number();
    int place = Math.floorMod(number, STEPS);
    Step seen = steps.get(place);
    if (seen != null && seen.number >= number) {
      return seen;
    }
    Step fresh = new Step(number);
    Step before = steps.compareAndExchange(place, seen, fresh);
    return before == seen || before == null ? fresh : before;
  }

  private long number() {
    return Math.floorDiv(nanoTime.getAsLong(), STEP_NANOS);
  }

  /** The step that runs and the 29 before it: between 290 and 300 seconds. */
  CallWindow window() {
    long now = number();
    CallWindow window = CallWindow.NONE;
    for (int place = 0; place < STEPS; place++) {
      Step step = steps.get(place);
      if (step != null && step.number > now - STEPS) {
        window = window.plus(read(step));
      }
    }
    return window;
  }

  /** Reads the failures first, so that a call that ends meanwhile never makes them the majority. */
  private static CallWindow read(Step step) {
    long failed = step.failed.sum();
    SortedMap<Integer, Long> counts = new TreeMap<>();
    for (int bucket = 0; bucket < LatencyScale.BUCKETS; bucket++) {
      int count = step.latencies.get(bucket);
      if (count > 0) {
        counts.put(bucket, (long) count);
      }
    }
    return new CallWindow(failed, step.latencySum.sum(), LatencyHistogram.of(counts));
  }
}
