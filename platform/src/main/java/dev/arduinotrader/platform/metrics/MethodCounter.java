package dev.arduinotrader.platform.metrics;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** Counts the calls of one method on one side, without locks. */
final class MethodCounter {
  private final RecentCalls recent;
  private final LongAdder total = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder latencySum = new LongAdder();
  private final LongAccumulator latencyMin =
      new LongAccumulator(Math::min, CallCounts.NONE.latencyNanosMin());
  private final LongAccumulator latencyMax =
      new LongAccumulator(Math::max, CallCounts.NONE.latencyNanosMax());

  /**
   * @param nanoTime nanoseconds of a clock that never goes back
   */
  MethodCounter(LongSupplier nanoTime) {
    this.recent = new RecentCalls(nanoTime);
  }

  void add(long latencyNanos, boolean isFailure) {
    latencyMin.accumulate(latencyNanos);
    latencyMax.accumulate(latencyNanos);
    latencySum.add(latencyNanos);
    total.increment();
    if (isFailure) {
      failed.increment();
    }
    recent.add(latencyNanos, isFailure);
  }

  /** Reads the failures first, so that a call that ends meanwhile never makes them the majority. */
  CallCounts counts() {
    long failedCalls = failed.sum();
    return new CallCounts(
        total.sum(), failedCalls, latencySum.sum(), latencyMin.get(), latencyMax.get());
  }

  MethodFigures figures() {
    return new MethodFigures(counts(), recent.window());
  }
}
