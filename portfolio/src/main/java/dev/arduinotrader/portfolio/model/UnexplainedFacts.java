package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.portfolio.BrokerMovement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Facts that no person could have typed, because nothing in the ledger explains them. A broker's
 * are booked all the same; here they are named until the missing entry arrives.
 */
public final class UnexplainedFacts {
  private final Instant now;
  private final Map<Isin, Quantity> held = new HashMap<>();
  private final Map<Isin, String> belowZero = new TreeMap<>();
  private final List<String> sentences = new ArrayList<>();

  private UnexplainedFacts(Instant now) {
    this.now = now;
  }

  /**
   * One sentence for each; in the order in which they happened, holdings below zero last.
   *
   * @param booked the whole ledger, in any order
   * @param now what happens later is still to come
   */
  public static List<String> of(Collection<BrokerMovement> booked, Instant now) {
    UnexplainedFacts facts = new UnexplainedFacts(now);
    Reversals.counting(new ArrayList<>(booked)).forEach(facts::follow);
    facts.sentences.addAll(facts.belowZero.values());
    return List.copyOf(facts.sentences);
  }

  private void follow(BrokerMovement movement) {
    if (movement.at().isAfter(now)) {
      tell(movement, "it happens at " + movement.at() + ", which is still to come");
    }
    UnitChange.presumedHeld(movement).ifPresent(isin -> requireEverHeld(movement, isin));
    UnitChange.of(movement).forEach(change -> change(movement, change.isin(), change.by()));
  }

  private void change(BrokerMovement movement, Isin isin, Quantity change) {
    Quantity before = held.getOrDefault(isin, Quantity.ZERO);
    Quantity after = before.plus(change);
    held.put(isin, after);
    if (!after.isNegative()) {
      belowZero.remove(isin);
    } else {
      belowZero.putIfAbsent(
          isin, sentence(movement, "only %s of %s were held before".formatted(before, isin)));
    }
  }

  private void requireEverHeld(BrokerMovement movement, Isin isin) {
    if (!held.containsKey(isin)) {
      tell(movement, isin + " was not held before " + movement.at());
    }
  }

  private void tell(BrokerMovement movement, String why) {
    sentences.add(sentence(movement, why));
  }

  private static String sentence(BrokerMovement movement, String why) {
    return "%s (%s): %s".formatted(MovementTexts.description(movement), movement.sourceId(), why);
  }
}
