package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.CashFlowKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an account has: cash and holdings after its movements, in the order in which they happened.
 * The same movements give the same books, in whatever order they arrived.
 *
 * <p>Everything settles at once: a movement's cash is settled when it is booked.
 */
public final class Books {
  private static final Books EMPTY = new Books(new TreeMap<>(), new TreeMap<>(), List.of(), null);

  private final SortedMap<Currency, Money> cash;
  private final SortedMap<HoldingKey, Holding> holdings;
  private final List<BrokerMovement.CashFlow> ownerFlows;
  private final @Nullable MovementOrder last;

  private Books(
      SortedMap<Currency, Money> cash,
      SortedMap<HoldingKey, Holding> holdings,
      List<BrokerMovement.CashFlow> ownerFlows,
      @Nullable MovementOrder last) {
    this.cash = Collections.unmodifiableSortedMap(cash);
    this.holdings = Collections.unmodifiableSortedMap(holdings);
    this.ownerFlows = List.copyOf(ownerFlows);
    this.last = last;
  }

  /** The books of an account without any movement. */
  public static Books empty() {
    return EMPTY;
  }

  /** The books after all these movements, whatever their order here. */
  public static Books of(Collection<BrokerMovement> movements) {
    Books books = EMPTY;
    for (BrokerMovement movement :
        movements.stream().sorted(Comparator.comparing(MovementOrder::of)).toList()) {
      books = books.with(movement);
    }
    return books;
  }

  /** Whether a movement happened after all that are in the books, so that {@link #with} may be. */
  public boolean isNext(BrokerMovement movement) {
    return last == null || last.compareTo(MovementOrder.of(movement)) < 0;
  }

  /** The books after one more movement, which must be the next. */
  public Books with(BrokerMovement movement) {
    if (!isNext(movement)) {
      throw new IllegalArgumentException(
          "expected a movement after " + last + ", found " + MovementOrder.of(movement));
    }
    SortedMap<Currency, Money> newCash = new TreeMap<>(cash);
    for (Money change : cashChanges(movement)) {
      newCash.merge(change.currency(), change, Money::plus);
    }
    return new Books(
        newCash, holdingsAfter(movement), ownerFlowsAfter(movement), MovementOrder.of(movement));
  }

  /** What a movement does to cash: one amount, or one and its commission. */
  static List<Money> cashChanges(BrokerMovement movement) {
    List<Money> changes = new ArrayList<>();
    switch (movement) {
      case BrokerMovement.Execution e -> {
        changes.add(e.side() == Side.BUY ? e.gross().negated() : e.gross());
        changes.add(e.commission().negated());
      }
      case BrokerMovement.Exchange e -> {
        changes.add(e.sold().negated());
        changes.add(e.bought());
        changes.add(e.commission().negated());
      }
      case BrokerMovement.CashFlow f -> changes.add(f.amount());
    }
    changes.removeIf(Money::isZero);
    return changes;
  }

  /** What enters a holding: a purchase with its commission if that is in the same currency. */
  static Money bookedValue(BrokerMovement.Execution execution) {
    return isCapitalised(execution)
        ? execution.gross().plus(execution.commission())
        : execution.gross();
  }

  static boolean isCapitalised(BrokerMovement.Execution execution) {
    return execution.side() == Side.BUY
        && execution.commission().currency().equals(execution.gross().currency());
  }

  static HoldingKey key(BrokerMovement.Execution execution) {
    return new HoldingKey(execution.isin(), execution.gross().currency());
  }

  private SortedMap<HoldingKey, Holding> holdingsAfter(BrokerMovement movement) {
    if (!(movement instanceof BrokerMovement.Execution execution)) {
      return holdings;
    }
    HoldingKey key = key(execution);
    SortedMap<HoldingKey, Holding> changed = new TreeMap<>(holdings);
    changed.put(
        key,
        holding(key)
            .after(execution.side(), execution.quantity(), bookedValue(execution), execution.at()));
    return changed;
  }

  private List<BrokerMovement.CashFlow> ownerFlowsAfter(BrokerMovement movement) {
    if (movement instanceof BrokerMovement.CashFlow flow
        && (flow.kind() == CashFlowKind.DEPOSIT || flow.kind() == CashFlowKind.WITHDRAWAL)) {
      List<BrokerMovement.CashFlow> flows = new ArrayList<>(ownerFlows);
      flows.add(flow);
      return flows;
    }
    return ownerFlows;
  }

  /** Cash per currency, settled; currencies that never moved are absent. */
  public SortedMap<Currency, Money> cash() {
    return cash;
  }

  /** Cash in one currency; zero when it never moved. */
  public Money cash(Currency currency) {
    return cash.getOrDefault(currency, Money.zero(currency));
  }

  /** What the owner paid in and out, in the order in which it happened. */
  public List<BrokerMovement.CashFlow> ownerFlows() {
    return ownerFlows;
  }

  /** Units held per security, without those of which none are; for statements. */
  public SortedMap<Isin, Quantity> quantities() {
    SortedMap<Isin, Quantity> sums = new TreeMap<>();
    holdings.forEach((key, holding) -> sums.merge(key.isin(), holding.quantity(), Quantity::plus));
    sums.values().removeIf(Quantity::isZero);
    return sums;
  }

  Holding holding(HoldingKey key) {
    return holdings.getOrDefault(key, Holding.none(key.currency()));
  }

  SortedMap<HoldingKey, Holding> holdings() {
    return holdings;
  }

  /** The holdings of a security that have units, by the currency they were traded in. */
  Map<HoldingKey, Holding> open(Isin isin) {
    SortedMap<HoldingKey, Holding> open = new TreeMap<>(holdings);
    open.entrySet()
        .removeIf(e -> !e.getKey().isin().equals(isin) || e.getValue().quantity().isZero());
    return open;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Books that
        && cash.equals(that.cash)
        && holdings.equals(that.holdings)
        && ownerFlows.equals(that.ownerFlows);
  }

  @Override
  public int hashCode() {
    return 31 * cash.hashCode() + holdings.hashCode();
  }

  @Override
  public String toString() {
    return "Books" + cash.values() + quantities();
  }
}
