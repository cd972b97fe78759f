package dev.arduinotrader.platform.metrics;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls of one method on one side, without locks. */
final class MethodCounter {
  private final LongAdder total = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder latencySum = new LongAdder();
  private final LongAccumulator latencyMin =
      new LongAccumulator(Math::min, CallCounts.NONE.latencyNanosMin());
  private final LongAccumulator latencyMax =
      new LongAccumulator(Math::max, CallCounts.NONE.latencyNanosMax());

  void add(long latencyNanos, boolean isFailure) {
    latencyMin.accumulate(latencyNanos);
    latencyMax.accumulate(latencyNanos);
    latencySum.add(latencyNanos);
    total.increment();
    if (isFailure) {
      failed.increment();
    }
  }

  /** Reads the failures first, so that a call that ends meanwhile never makes them the majority. */
  CallCounts counts() {
    long failedCalls = failed.sum();
    return new CallCounts(
        total.sum(), failedCalls, latencySum.sum(), latencyMin.get(), latencyMax.get());
  }
}
