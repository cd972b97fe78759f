package dev.arduinotrader.optimization;

import dev.arduinotrader.kernel.market.Isin;
import java.util.List;

/**
 * What some securities together should weigh, such as all those of one region. Groups may overlap.
 *
 * @param name for people
 * @param members those of them that are not asked about are ignored
 * @param weight of all members together, 0 to 1
 */
public record GroupWeight(String name, List<Isin> members, double weight) {
  public GroupWeight {
    members = List.copyOf(members);
    if (!(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException(
          "expected a weight from 0 to 1 for group %s, found %s".formatted(name, weight));
    }
  }
}
