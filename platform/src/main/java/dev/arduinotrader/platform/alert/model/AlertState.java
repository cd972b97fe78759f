package dev.arduinotrader.platform.alert.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the rules remember between two observations: the calls seen, and what is wrong now. */
public final class AlertState {
  private final SortedMap<String, CallWatch> calls;
  private final List<FiringAlert> firing;

  AlertState(SortedMap<String, CallWatch> calls, List<FiringAlert> firing) {
    this.calls = Collections.unmodifiableSortedMap(new TreeMap<>(calls));
    this.firing = List.copyOf(firing);
  }

  /** The state of a process that begins, with what was wrong when the last one ended. */
  public static AlertState startingWith(List<FiringAlert> firing) {
    return new AlertState(new TreeMap<>(), firing);
  }

  /** What is wrong now, in the order in which it began. */
  public List<FiringAlert> firing() {
    return firing;
  }

  SortedMap<String, CallWatch> calls() {
    return calls;
  }

  Optional<FiringAlert> firing(AlertRule rule, String service) {
    return firing.stream()
        .filter(alert -> alert.rule() == rule && alert.service().equals(service))
        .findFirst();
  }
}
