package dev.arduinotrader.portfolio;

import java.util.List;

/**
 * The books against the broker.
 *
 * @param equal nothing differs
 * @param differences one sentence per item that does, over the union of both sides
 */
public record StatementComparison(boolean equal, List<String> differences) {
  public StatementComparison {
    differences = List.copyOf(differences);
  }
}
