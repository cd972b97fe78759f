package dev.arduinotrader.universe;

import java.util.List;

/** What exchanges are doing, in the order asked for, and the codes that no calendar is known of. */
public record MarketStatuses(List<MarketStatus> statuses, List<Absent> absent) {
  public MarketStatuses {
    statuses = List.copyOf(statuses);
    absent = List.copyOf(absent);
  }
}
