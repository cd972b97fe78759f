package dev.arduinotrader.portfolio;

import java.util.List;

/**
 * What the owner wants some countries or some industries to weigh together.
 *
 * @param name the owner's, such as Europe; each once
 * @param kind what the members are
 * @param members names as the securities have them; each in one group of a kind only
 * @param weight of the total, above 0 and up to 1
 */
public record GroupTarget(String name, Kind kind, List<String> members, double weight) {
  /** What a group is made of. */
  public enum Kind {
    COUNTRY,
    INDUSTRY
  }

  public GroupTarget {
    members = List.copyOf(members);
  }
}
