package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which movements count: in their order, and without those that another has taken back. */
public final class Reversals {
  private Reversals() {}

  /** In the order in which they happened. */
  static List<BrokerMovement> ordered(Collection<BrokerMovement> movements) {
    return movements.stream().sorted(Comparator.comparing(MovementOrder::of)).toList();
  }

  /**
   * The ids of the movements that are taken back. A reversal that a later one takes back does
   * nothing.
   */
  public static Set<String> reversed(Collection<BrokerMovement> movements) {
    Set<String> reversed = new HashSet<>();
    for (BrokerMovement movement : ordered(movements).reversed()) {
      if (movement instanceof LedgerEntry.Reversal reversal
          && !reversed.contains(reversal.sourceId())) {
        reversed.add(reversal.reversedSourceId());
      }
    }
    return reversed;
  }

  /** The movements that count, in the order in which they happened. */
  public static List<BrokerMovement> counting(Collection<BrokerMovement> movements) {
    Set<String> reversed = reversed(movements);
    return ordered(movements).stream()
        .filter(movement -> !(movement instanceof LedgerEntry.Reversal))
        .filter(movement -> !reversed.contains(movement.sourceId()))
        .toList();
  }
}
