package dev.arduinotrader.portfolio;

import java.util.List;

/**
 * The books against the broker.
 *
 * @param equal nothing differs, or nothing does any more
 * @param differences one sentence per item that still does, over the union of both sides
 * @param items every item that differed, those that were adjusted included
 */
public record StatementComparison(
    boolean equal, List<String> differences, List<StatementDifference> items) {
  public StatementComparison {
    differences = List.copyOf(differences);
    items = List.copyOf(items);
  }

  public StatementComparison(boolean equal, List<String> differences) {
    this(equal, differences, List.of());
  }
}
