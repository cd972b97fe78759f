package dev.arduinotrader.universe;

import java.util.List;

/**
 * The securities of the universe counted by country and by industry, in the order of the names.
 *
 * <p>An industry such as {@code Banking, Insurance} is one group of its own, as it is for limits.
 */
public record SecurityGroups(List<Group> countries, List<Group> industries) {
  public SecurityGroups {
    countries = List.copyOf(countries);
    industries = List.copyOf(industries);
  }

  /**
   * One group.
   *
   * @param name empty for the securities of which it is not known
   * @param members how many securities
   */
  public record Group(String name, int members) {}
}
