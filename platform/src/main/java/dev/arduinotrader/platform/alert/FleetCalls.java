package dev.arduinotrader.platform.alert;

import dev.arduinotrader.platform.alert.model.CallSample;
import dev.arduinotrader.platform.alert.model.CircuitSeen;
import dev.arduinotrader.platform.figures.ProcessFigures;
import dev.arduinotrader.platform.figures.SeenCalls;
import dev.arduinotrader.platform.metrics.CallCounts;
import dev.arduinotrader.platform.metrics.CallSide;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls of all processes of a fleet, counted on from look to look: what a process had counted
 * before it was first heard, or before it was begun anew, adds nothing. Not for several threads.
 */
public final class FleetCalls {
  private record Counted(long calls, long failures, long latencyNanosSum) {
    static final Counted NONE = new Counted(0, 0, 0);

    static Counted of(CallCounts counts) {
      return new Counted(counts.totalCalls(), counts.failedCalls(), counts.latencyNanosSum());
    }

    Counted plus(Counted other) {
      return new Counted(
          calls + other.calls, failures + other.failures, latencyNanosSum + other.latencyNanosSum);
    }

    Counted minus(Counted other) {
      return new Counted(
          calls - other.calls, failures - other.failures, latencyNanosSum - other.latencyNanosSum);
    }
  }

  private final Map<String, Counted> totals = new HashMap<>();
  private Map<String, Map<String, Counted>> before = Map.of();
  private List<ProcessFigures> told = List.of();

  /**
   * Takes what the processes tell now.
   *
   * @param processes each once, also those whose last answer is repeated because they are silent
   */
  public void look(List<ProcessFigures> processes) {
    Map<String, Map<String, Counted>> now = new HashMap<>();
    for (ProcessFigures process : processes) {
      Map<String, Counted> counted = counted(process);
      now.put(process.instanceId(), counted);
      Map<String, Counted> earlier = before.get(process.instanceId());
      if (earlier != null) {
        counted.forEach(
            (service, sum) ->
                totals.merge(
                    service,
                    sum.minus(earlier.getOrDefault(service, Counted.NONE)),
                    Counted::plus));
      }
    }
    before = now;
    told = List.copyOf(processes);
  }

  /** By service, what callers saw. */
  private static Map<String, Counted> counted(ProcessFigures process) {
    Map<String, Counted> counted = new HashMap<>();
    for (SeenCalls seen : process.calls()) {
      if (seen.side() != CallSide.SERVER) {
        counted.merge(seen.service(), Counted.of(seen.figures().lifetime()), Counted::plus);
      }
    }
    return counted;
  }

  /** All calls of a service that were seen so far, by whichever process made them. */
  public CallSample sample(String service, Instant at) {
    Counted sum = totals.getOrDefault(service, Counted.NONE);
    return new CallSample(at, sum.calls(), sum.failures(), sum.latencyNanosSum());
  }

  /** The worst of all breakers before a service. */
  public CircuitSeen circuit(String service) {
    return told.stream()
        .flatMap(process -> process.breakers().stream())
        .filter(breaker -> breaker.service().equals(service))
        .map(
            breaker ->
                switch (breaker.state()) {
                  case CLOSED -> CircuitSeen.CLOSED;
                  case HALF_OPEN -> CircuitSeen.HALF_OPEN;
                  case OPEN -> CircuitSeen.OPEN;
                })
        .max(CircuitSeen::compareTo)
        .orElse(CircuitSeen.CLOSED);
  }
}
