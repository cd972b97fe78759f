package dev.arduinotrader.platform.figures;

import dev.arduinotrader.platform.metrics.CallMetrics;
import dev.arduinotrader.platform.resilience.BreakerView;
import java.util.ArrayList;
import java.util.List;

/**
 * What one process tells of its calls.
 *
 * @param instanceId made anew at every start
 * @param deviceId where it runs
 * @param hosted the keys of the services that it hosts
 * @param calls by service, method and side
 * @param breakers one for each service that it calls over gRPC
 */
public record ProcessFigures(
    String instanceId,
    String deviceId,
    List<String> hosted,
    List<SeenCalls> calls,
    List<BreakerView> breakers) {
  public ProcessFigures {
    hosted = List.copyOf(hosted);
    calls = List.copyOf(calls);
    breakers = List.copyOf(breakers);
  }

  /** What this process knows now. */
  public static ProcessFigures of(
      String instanceId,
      String deviceId,
      List<String> hosted,
      CallMetrics metrics,
      List<BreakerView> breakers) {
    List<SeenCalls> calls = new ArrayList<>();
    metrics.forEach(
        (service, method, side, figures) ->
            calls.add(new SeenCalls(service, method, side, figures)));
    return new ProcessFigures(instanceId, deviceId, hosted, calls, breakers);
  }

  /** The process for people: its device, and its service when it hosts only one. */
  public String name() {
    return hosted.size() == 1 ? deviceId + "/" + hosted.getFirst() : deviceId;
  }

  /** Whether the figures of a service are not complete without this process. */
  boolean concerns(String service) {
    return hosted.contains(service)
        || calls.stream().anyMatch(seen -> seen.service().equals(service));
  }
}
