package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What movements that a person types or imports must be like: facts of a broker are always booked,
 * these only when they make sense together with what is in the ledger.
 */
public final class HistoryRules {
  private final Map<String, String> places = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Map<Isin, Quantity> held = new HashMap<>();

  private HistoryRules() {}

  /**
   * Everything that is wrong; empty when all may be booked.
   *
   * @param booked what is in the ledger
   * @param wanted what is not, in any order; places in faults count in this order
   * @param now nothing may have happened later
   */
  public static List<Fault> faults(
      Collection<BrokerMovement> booked, List<BrokerMovement> wanted, Instant now) {
    HistoryRules rules = new HistoryRules();
    Set<String> known = new HashSet<>();
    booked.forEach(movement -> known.add(movement.sourceId()));
    for (int i = 0; i < wanted.size(); i++) {
      rules.addOwnFaults("movements[" + i + "]", wanted.get(i), now);
      known.add(wanted.get(i).sourceId());
    }
    rules.addReversalFaults(wanted, known);
    if (rules.faults.isEmpty()) {
      List<BrokerMovement> all = new ArrayList<>(booked);
      all.addAll(wanted);
      Reversals.counting(all).forEach(rules::follow);
    }
    return List.copyOf(rules.faults);
  }

  private void addOwnFaults(String place, BrokerMovement movement, Instant now) {
    faults.addAll(MovementRules.factFaults(place, movement));
    if (movement.sequence() != 0) {
      faults.add(
          new Fault(
              place + ".sequence",
              "expected 0, for it does not come from trading, found " + movement.sequence()));
    }
    if (movement.at().isAfter(now)) {
      faults.add(
          new Fault(
              place + ".at",
              "expected the past, before %s, found %s".formatted(now, movement.at())));
    }
    if (places.put(movement.sourceId(), place) != null) {
      faults.add(
          new Fault(
              place + ".sourceId", "expected each id once, found twice " + movement.sourceId()));
    }
  }

  private void addReversalFaults(List<BrokerMovement> wanted, Set<String> known) {
    for (BrokerMovement movement : wanted) {
      if (movement instanceof LedgerEntry.Reversal reversal
          && !known.contains(reversal.reversedSourceId())) {
        faults.add(
            new Fault(
                place(movement) + ".reversedSourceId",
                "expected an entry of the ledger, found none with the id "
                    + reversal.reversedSourceId()));
      }
    }
  }

  private String place(BrokerMovement movement) {
    return places.getOrDefault(movement.sourceId(), "");
  }

  /** Movements come in the order in which they happened; only the wanted ones can be at fault. */
  private void follow(BrokerMovement movement) {
    UnitChange.presumedHeld(movement).ifPresent(isin -> requireEverHeld(movement, isin));
    UnitChange.of(movement).forEach(change -> change(movement, change.isin(), change.by()));
  }

  private void change(BrokerMovement movement, Isin isin, Quantity change) {
    Quantity before = held.getOrDefault(isin, Quantity.ZERO);
    Quantity after = before.plus(change);
    held.put(isin, after);
    if (isWanted(movement) && change.isNegative() && after.isNegative()) {
      faults.add(
          new Fault(
              place(movement) + ".quantity",
              "expected at most the %s of %s that were held on %s, found %s"
                  .formatted(before, isin, movement.at(), change.negated())));
    }
  }

  private void requireEverHeld(BrokerMovement movement, Isin isin) {
    if (isWanted(movement) && !held.containsKey(isin)) {
      faults.add(
          new Fault(
              place(movement) + ".isin",
              "expected a security that was held before %s, found %s"
                  .formatted(movement.at(), isin)));
    }
  }

  private boolean isWanted(BrokerMovement movement) {
    return places.containsKey(movement.sourceId());
  }
}
