package dev.arduinotrader.scoring.model;

import dev.arduinotrader.scoring.GroupScore;
import java.util.List;

/**
 * What a series of closes is worth, before anybody says whose it is and when it was asked for.
 *
 * @param total 0 to 1
 * @param coverage 0 to 1
 */
public record Assessment(double total, double coverage, List<GroupScore> groups) {
  public Assessment {
    groups = List.copyOf(groups);
  }
}
