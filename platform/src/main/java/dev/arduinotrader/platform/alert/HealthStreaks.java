package dev.arduinotrader.platform.alert;

import dev.arduinotrader.platform.alert.model.HealthSeen;
import dev.arduinotrader.platform.health.ServiceState;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the failed health checks in a row of each service; may be told by several threads. */
public final class HealthStreaks {
  private final Map<String, HealthSeen> seen = new ConcurrentHashMap<>();

  /** Takes one answer, or the lack of one. */
  public void note(ServiceState state) {
    seen.compute(
        state.service(),
        (service, before) ->
            switch (state.state()) {
              case HEALTHY -> new HealthSeen(true, 0, state.reason());
              case UNHEALTHY ->
                  new HealthSeen(
                      true, before == null ? 1 : before.failuresInRow() + 1, state.reason());
              case UNKNOWN -> before == null ? HealthSeen.NEVER : before;
            });
  }

  /** What the checks of a service have said. */
  public HealthSeen of(String service) {
    return seen.getOrDefault(service, HealthSeen.NEVER);
  }
}
