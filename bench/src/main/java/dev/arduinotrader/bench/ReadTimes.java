package dev.arduinotrader.bench;

import dev.arduinotrader.platform.call.CallContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;

/** How long one method took, call after call. */
final class ReadTimes {
  private static final Duration WARM_UP = Duration.ofMillis(300);
  private static final Duration MEASURED = Duration.ofMillis(600);
  private static final int CALLS_MIN = 30;
  private static final int CALLS_MAX = 3_000;

  private final double[] sortedMillis;

  private ReadTimes(double[] sortedMillis) {
    this.sortedMillis = sortedMillis;
  }

  /** Calls a method until it is warm, and then for a while. */
  static ReadTimes of(ReadMethods.Read read, AllServices services, Supplier<CallContext> contexts) {
    repeat(read, services, contexts, WARM_UP);
    return new ReadTimes(repeat(read, services, contexts, MEASURED));
  }

  /** Milliseconds of each call, sorted. */
  private static double[] repeat(
      ReadMethods.Read read, AllServices services, Supplier<CallContext> contexts, Duration time) {
    double[] millis = new double[CALLS_MAX];
    long end = System.nanoTime() + time.toNanos();
    int calls = 0;
    while (calls < CALLS_MAX && (calls < CALLS_MIN || System.nanoTime() < end)) {
      CallContext context = contexts.get();
      long start = System.nanoTime();
      read.apply(services, context).orElseThrow();
      millis[calls++] = (System.nanoTime() - start) / 1e6;
    }
    double[] sorted = Arrays.copyOf(millis, calls);
    Arrays.sort(sorted);
    return sorted;
  }

  /** The milliseconds that a share of the calls stayed within. */
  double at(double share) {
    return sortedMillis[
        (int) Math.min(sortedMillis.length - 1, Math.floor(share * sortedMillis.length))];
  }
}
