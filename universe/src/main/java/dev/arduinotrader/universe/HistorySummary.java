package dev.arduinotrader.universe;

import java.util.List;

/** The end of a stream of histories. */
public record HistorySummary(int sent, List<Absent> absent) {
  public HistorySummary {
    absent = List.copyOf(absent);
  }
}
