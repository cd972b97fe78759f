package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.Lot;
import dev.arduinotrader.portfolio.LotMethod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lots of one security in one currency, and the rule that says which go first. */
final class LotPool {
  private static final Comparator<Lot> COST_A_UNIT =
      Comparator.comparing(LotPool::costOfOne, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final HoldingKey key;
  private final LotMethod method;
  private final List<Lot> lots = new ArrayList<>();

  /** Units sold that no lot explains. */
  private Quantity uncovered = Quantity.ZERO;

  LotPool(HoldingKey key, LotMethod method) {
    this.key = key;
    this.method = method;
  }

  List<Lot> lots() {
    return List.copyOf(lots);
  }

  Quantity quantity() {
    return lots.stream().map(Lot::quantity).reduce(Quantity.ZERO, Quantity::plus);
  }

  /** Adds a lot; first it fills up what was sold without one. */
  void add(Lot lot) {
    Quantity covered = uncovered.min(lot.quantity());
    uncovered = uncovered.minus(covered);
    Quantity left = lot.quantity().minus(covered);
    if (!left.isPositive()) {
      return;
    }
    Lot rest = part(lot, left);
    if (method == LotMethod.AVERAGE && !lots.isEmpty()) {
      lots.set(0, merged(lots.getFirst(), rest));
    } else {
      lots.add(rest);
    }
  }

  private static Lot merged(Lot one, Lot other) {
    Money cost = one.cost() == null || other.cost() == null ? null : one.cost().plus(other.cost());
    return new Lot(
        one.lotId(),
        one.isin(),
        one.currency(),
        one.quantity().plus(other.quantity()),
        one.acquiredAt(),
        cost,
        one.commission().plus(other.commission()));
  }

  /**
   * Takes units out, lot by lot; what no lot explains comes as a part without id and cost.
   *
   * @param chosen ids of lots to take first, in this order
   */
  List<Lot> take(Quantity units, List<String> chosen) {
    List<Lot> taken = new ArrayList<>();
    Quantity open = units;
    for (Lot lot : inOrder(chosen)) {
      if (!open.isPositive()) {
        break;
      }
      Quantity part = open.min(lot.quantity());
      open = open.minus(part);
      Lot out = part(lot, part);
      taken.add(out);
      replace(lot, rest(lot, out));
    }
    if (open.isPositive()) {
      uncovered = uncovered.plus(open);
      taken.add(unknown("", open));
    }
    return taken;
  }

  /** Units of which nobody knows what they cost. */
  Lot unknown(String id, Quantity units) {
    return new Lot(id, key.isin(), key.currency(), units, null, null, Money.zero(key.currency()));
  }

  private List<Lot> inOrder(List<String> chosen) {
    List<Lot> ordered = new ArrayList<>();
    if (method == LotMethod.SPECIFIC) {
      for (String id : chosen) {
        lots.stream().filter(lot -> lot.lotId().equals(id)).forEach(ordered::add);
      }
    }
    List<Lot> others = new ArrayList<>(lots);
    others.removeAll(ordered);
    if (method == LotMethod.HIGHEST_COST) {
      others.sort(COST_A_UNIT.reversed());
    }
    ordered.addAll(others);
    return ordered;
  }

  private static @Nullable BigDecimal costOfOne(Lot lot) {
    Money cost = lot.cost();
    return cost == null
        ? null
        : cost.amount().divide(lot.quantity().value(), MathContext.DECIMAL64);
  }

  private void replace(Lot lot, @Nullable Lot rest) {
    int place = lots.indexOf(lot);
    if (rest == null) {
      lots.remove(place);
    } else {
      lots.set(place, rest);
    }
  }

  /**
   * Multiplies all units so that there are so many more or fewer of them. Where nothing can be
   * multiplied the units come or go as they are.
   */
  void split(String splitId, Quantity change) {
    Quantity before = quantity();
    Quantity after = before.plus(change);
    if (!before.isPositive() || !after.isPositive()) {
      if (change.isPositive()) {
        add(unknown(splitId, change));
      } else {
        take(change.negated(), List.of());
      }
      return;
    }
    Quantity open = after;
    List<Lot> old = lots();
    lots.clear();
    for (int i = 0; i < old.size(); i++) {
      Lot lot = old.get(i);
      Quantity scaled =
          i == old.size() - 1 ? open : scaled(lot.quantity(), after, before).min(open);
      open = open.minus(scaled);
      if (scaled.isPositive()) {
        lots.add(with(lot, scaled, lot.cost(), lot.commission()));
      }
    }
  }

  static Quantity scaled(Quantity part, Quantity numerator, Quantity denominator) {
    return new Quantity(
        part.value()
            .multiply(numerator.value())
            .divide(denominator.value(), MathContext.DECIMAL64));
  }

  /** Takes a part of the cost out of every lot; the units stay. */
  List<Lot> moveCost(BigDecimal fraction) {
    List<Lot> moved = new ArrayList<>();
    for (int i = 0; i < lots.size(); i++) {
      Lot lot = lots.get(i);
      Money cost = lot.cost();
      Money part = cost == null ? null : cost.times(fraction, RoundingMode.HALF_EVEN);
      moved.add(with(lot, lot.quantity(), part, Money.zero(lot.currency())));
      if (cost != null && part != null) {
        Money left = cost.minus(part);
        lots.set(i, with(lot, lot.quantity(), left, lot.commission().min(left)));
      }
    }
    return moved;
  }

  /** Some of a lot's units with their share of its cost. */
  static Lot part(Lot lot, Quantity units) {
    if (units.equals(lot.quantity())) {
      return lot;
    }
    Money cost = lot.cost();
    return with(
        lot,
        units,
        cost == null ? null : Holding.share(cost, units, lot.quantity()),
        Holding.share(lot.commission(), units, lot.quantity()));
  }

  private static @Nullable Lot rest(Lot lot, Lot out) {
    Quantity left = lot.quantity().minus(out.quantity());
    if (!left.isPositive()) {
      return null;
    }
    Money cost = lot.cost();
    Money gone = out.cost();
    return with(
        lot,
        left,
        cost == null || gone == null ? null : cost.minus(gone),
        lot.commission().minus(out.commission()));
  }

  static Lot with(Lot lot, Quantity units, @Nullable Money cost, Money commission) {
    return new Lot(
        lot.lotId(), lot.isin(), lot.currency(), units, lot.acquiredAt(), cost, commission);
  }

  /** A lot of another security that takes the place of a part of this one. */
  static Lot as(Isin isin, Lot lot, Quantity units, @Nullable Money cost) {
    return new Lot(
        lot.lotId(),
        isin,
        lot.currency(),
        units,
        lot.acquiredAt(),
        cost,
        Money.zero(lot.currency()));
  }
}
