package dev.arduinotrader.platform.alert.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the calls of one service have fared lately.
 *
 * @param samples oldest first; each with more calls than the one before
 * @param slowSince the first of the slow observations in a row, null when the last was not slow
 * @param slowUntil the last of them
 */
record CallWatch(
    List<CallSample> samples, @Nullable Instant slowSince, @Nullable Instant slowUntil) {
  static final Duration WINDOW = Duration.ofMinutes(5);
  static final int CALLS_MIN = 20;
  static final double MEAN_MILLIS_MAX = 1_000;
  private static final double NANOS_PER_MILLISECOND = 1e6;

  static final CallWatch NONE = new CallWatch(List.of(), null, null);

  CallWatch {
    samples = List.copyOf(samples);
  }

  /** A process that counts anew begins a new watch. */
  CallWatch after(CallSample seen) {
    if (samples.isEmpty() || seen.calls() < samples.getLast().calls()) {
      return new CallWatch(List.of(seen), null, null);
    }
    CallSample last = samples.getLast();
    if (seen.calls() == last.calls()) {
      boolean forgotten = slowUntil != null && !slowUntil.isAfter(seen.at().minus(WINDOW));
      return forgotten ? new CallWatch(samples, null, null) : this;
    }
    List<CallSample> kept = new ArrayList<>(samples);
    kept.add(seen);
    boolean slow = meanMillis(last, seen) > MEAN_MILLIS_MAX;
    return new CallWatch(
        recent(kept),
        slow ? (slowSince == null ? seen.at() : slowSince) : null,
        slow ? seen.at() : null);
  }

  /** Keeps what covers both the window and the least number of calls. */
  private static List<CallSample> recent(List<CallSample> samples) {
    CallSample newest = samples.getLast();
    Instant edge = newest.at().minus(WINDOW);
    int first = 0;
    for (int i = 0; i < samples.size(); i++) {
      CallSample sample = samples.get(i);
      if (!sample.at().isAfter(edge) && newest.calls() - sample.calls() >= CALLS_MIN) {
        first = i;
      }
    }
    return samples.subList(first, samples.size());
  }

  /** Whether every observation of the last five minutes that saw calls saw slow ones. */
  boolean isSlow() {
    return slowSince != null
        && slowUntil != null
        && Duration.between(slowSince, slowUntil).compareTo(WINDOW) >= 0;
  }

  long recentCalls() {
    return samples.isEmpty() ? 0 : samples.getLast().calls() - samples.getFirst().calls();
  }

  /** The fraction of the recent calls that did not fail; only to be asked when there are some. */
  double recentSuccess() {
    long failures = samples.getLast().failures() - samples.getFirst().failures();
    return 1 - (double) failures / recentCalls();
  }

  /** Over the last observation that saw calls; only to be asked when there is one. */
  double lastMeanMillis() {
    return meanMillis(samples.get(samples.size() - 2), samples.getLast());
  }

  private static double meanMillis(CallSample from, CallSample to) {
    return (to.latencyNanosSum() - from.latencyNanosSum())
        / NANOS_PER_MILLISECOND
        / (to.calls() - from.calls());
  }
}
