package dev.arduinotrader.gateway;

import java.util.List;

/** Archived plans, newest first. */
public record ArchivedPlans(List<ArchivedPlan> plans) {
  public ArchivedPlans {
    plans = List.copyOf(plans);
  }
}
