package dev.arduinotrader.planning;

import java.util.List;

/** Plans, newest first. */
public record PlanList(List<Plan> plans) {
  public PlanList {
    plans = List.copyOf(plans);
  }
}
