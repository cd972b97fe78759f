package dev.arduinotrader.platform.figures;

import dev.arduinotrader.platform.metrics.MethodFigures;
import dev.arduinotrader.platform.resilience.BreakerView;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One service as all processes together know it.
 *
 * @param called by method, what callers saw; those that could not reach the service included
 * @param answered by method, what the service saw
 * @param breakers before it, in each process that calls it over gRPC
 * @param stale whether a process could not be asked whose calls belong here
 * @param age of the oldest figures in it, zero when all are of now; empty when the service's own
 *     process has never been asked
 */
public record ServicePicture(
    SortedMap<String, MethodFigures> called,
    SortedMap<String, MethodFigures> answered,
    List<Circuit> breakers,
    boolean stale,
    Optional<Duration> age) {
  /**
   * A breaker and whose it is.
   *
   * @param caller the process for people
   */
  public record Circuit(String caller, BreakerView breaker) {}

  public ServicePicture {
    called = Collections.unmodifiableSortedMap(new TreeMap<>(called));
    answered = Collections.unmodifiableSortedMap(new TreeMap<>(answered));
    breakers = List.copyOf(breakers);
  }

  /** All methods together: what callers saw, or what the service saw when no caller is known. */
  public MethodFigures total() {
    return (called.isEmpty() ? answered : called)
        .values().stream().reduce(MethodFigures.NONE, MethodFigures::plus);
  }
}
