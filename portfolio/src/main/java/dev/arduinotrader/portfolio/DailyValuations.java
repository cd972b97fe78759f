package dev.arduinotrader.portfolio;

import java.util.List;

/** Days in their order; days before the first entry are left out. */
public record DailyValuations(List<DailyValuation> days) {
  public DailyValuations {
    days = List.copyOf(days);
  }
}
