package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Carries books on, one movement after another. Every movement leaves the sum of all balances zero
 * in every currency: what no other account takes is realised.
 *
 * <p>The commission of a purchase is part of what the units cost when it is in their currency;
 * every other commission is an expense. A sale takes its units out at average cost; the difference
 * to the proceeds is realised income.
 */
final class BooksBuilder {
  /** No market settles later than this. */
  private static final Duration SETTLEMENT_MAX = Duration.ofDays(14);

  private final SortedMap<LedgerAccount, Money> balances;
  private final SortedMap<HoldingKey, Holding> holdings;
  private final List<BrokerMovement.CashFlow> ownerFlows;
  private final List<BrokerMovement.Execution> latestTrades;
  private final Set<String> reversed;
  private @Nullable MovementOrder last;

  /**
   * @param reversed the ids of the movements that do not count
   */
  BooksBuilder(Books from, Set<String> reversed) {
    this.balances = new TreeMap<>(from.balances());
    this.holdings = new TreeMap<>(from.holdings());
    this.ownerFlows = new ArrayList<>(from.ownerFlows());
    this.latestTrades = new ArrayList<>(from.latestTrades());
    this.reversed = reversed;
    this.last = from.last();
  }

  Books build() {
    return new Books(balances, holdings, ownerFlows, latestTrades, reversed, last);
  }

  void add(BrokerMovement movement) {
    last = MovementOrder.of(movement);
    latestTrades.removeIf(trade -> trade.at().plus(SETTLEMENT_MAX).isBefore(movement.at()));
    if (reversed.contains(movement.sourceId())) {
      return;
    }
    switch (movement) {
      case BrokerMovement.Execution execution -> addExecution(execution);
      case BrokerMovement.Exchange exchange -> addExchange(exchange);
      case BrokerMovement.CashFlow flow -> addFlow(flow);
      case LedgerEntry entry -> addEntry(entry);
    }
  }

  private void addExecution(BrokerMovement.Execution execution) {
    boolean capitalised = Books.isCapitalised(execution);
    Money commission = execution.commission();
    Money value = capitalised ? execution.gross().plus(commission) : execution.gross();
    HoldingKey key = Books.key(execution);
    Money change =
        change(
            key, holding(key).after(execution.side(), execution.quantity(), value, execution.at()));
    Money paid = execution.side() == Side.BUY ? execution.gross().negated() : execution.gross();
    post(LedgerAccount.CASH, paid, null);
    post(LedgerAccount.CASH, commission.negated(), null);
    if (!capitalised) {
      post(LedgerAccount.COMMISSION, commission, null);
    }
    Money capitalisedCost = capitalised ? commission.negated() : Money.zero(key.currency());
    realise(key.isin(), change.plus(paid).plus(capitalisedCost));
    latestTrades.add(execution);
  }

  private void addExchange(BrokerMovement.Exchange exchange) {
    post(LedgerAccount.CASH, exchange.sold().negated(), null);
    post(LedgerAccount.CASH, exchange.bought(), null);
    post(LedgerAccount.CASH, exchange.commission().negated(), null);
    post(LedgerAccount.EXCHANGE, exchange.sold(), null);
    post(LedgerAccount.EXCHANGE, exchange.bought().negated(), null);
    post(LedgerAccount.COMMISSION, exchange.commission(), null);
  }

  private void addFlow(BrokerMovement.CashFlow flow) {
    String counterpart =
        switch (flow.kind()) {
          case DEPOSIT, WITHDRAWAL -> LedgerAccount.OWNER;
          case DIVIDEND -> LedgerAccount.DIVIDEND;
          case INTEREST -> LedgerAccount.INTEREST;
          case FEE -> LedgerAccount.FEE;
          case TAX -> LedgerAccount.TAX;
        };
    post(LedgerAccount.CASH, flow.amount(), null);
    post(counterpart, flow.amount().negated(), null);
    if (counterpart.equals(LedgerAccount.OWNER)) {
      ownerFlows.add(flow);
    }
  }

  private void addEntry(LedgerEntry entry) {
    switch (entry) {
      case LedgerEntry.Dividend dividend -> {
        post(LedgerAccount.CASH, dividend.net(), null);
        post(LedgerAccount.DIVIDEND, dividend.gross().negated(), dividend.isin());
        post(LedgerAccount.TAX, dividend.withheld(), dividend.isin());
      }
      case LedgerEntry.CorporateAction action -> addAction(action);
      case LedgerEntry.OpeningPosition opening -> addOpening(opening);
      case LedgerEntry.Reversal ignored -> {}
      case LedgerEntry.CashAdjustment adjustment -> {
        post(LedgerAccount.CASH, adjustment.amount(), null);
        post(LedgerAccount.RECONCILIATION, adjustment.amount().negated(), null);
      }
      case LedgerEntry.UnitsAdjustment adjustment -> addAdjustment(adjustment);
    }
  }

  private void addOpening(LedgerEntry.OpeningPosition opening) {
    HoldingKey key = new HoldingKey(opening.isin(), opening.currency());
    Money cost = opening.cost() == null ? Money.zero(key.currency()) : opening.cost();
    Money change =
        change(
            key,
            holding(key)
                .received(
                    opening.quantity(),
                    cost,
                    opening.cost() != null,
                    opening.firstBoughtAt(),
                    opening.firstBoughtAt()));
    post(LedgerAccount.OPENING, cost.negated(), key.isin());
    realise(key.isin(), change.minus(cost));
  }

  private void addAdjustment(LedgerEntry.UnitsAdjustment adjustment) {
    HoldingKey key = new HoldingKey(adjustment.isin(), adjustment.currency());
    Holding before = holding(key);
    Holding after =
        adjustment.change().isPositive()
            ? before.received(adjustment.change(), Money.zero(key.currency()), false, null, null)
            : before.gaveUp(adjustment.change().negated());
    post(LedgerAccount.RECONCILIATION, change(key, after).negated(), key.isin());
  }

  private void addAction(LedgerEntry.CorporateAction action) {
    HoldingKey source = new HoldingKey(action.isin(), action.currency());
    Money change =
        switch (action.kind()) {
          case SPLIT -> addSplit(action, source);
          case SPIN_OFF -> spread(action, source, holding(source).book());
          case MERGER -> addMerger(action, source);
        };
    post(LedgerAccount.CASH, action.cash(), null);
    if (action.cash().currency().equals(action.currency())) {
      realise(action.isin(), change.plus(action.cash()));
    } else {
      realise(action.isin(), change);
      realise(action.isin(), action.cash());
    }
  }

  private Money addSplit(LedgerEntry.CorporateAction action, HoldingKey source) {
    Money change = Money.zero(source.currency());
    for (LedgerEntry.Leg leg : action.legs()) {
      change = change.plus(change(source, holding(source).split(leg.change())));
    }
    return change;
  }

  private Money addMerger(LedgerEntry.CorporateAction action, HoldingKey source) {
    Holding before = holding(source);
    Holding after = before;
    for (LedgerEntry.Leg leg : action.legs()) {
      if (leg.isin().equals(action.isin())) {
        after = after.gaveUp(leg.change().negated());
      }
    }
    // The cost leaves the source at once; the legs take their parts of it, the rest is realised.
    Money freed = before.book().minus(after.book());
    Money spread = spread(action, source, freed);
    return spread.plus(change(source, after));
  }

  /** Gives other securities' legs their parts of a cost; how much the books' assets changed. */
  private Money spread(LedgerEntry.CorporateAction action, HoldingKey source, Money cost) {
    Holding from = holding(source);
    boolean known = from.quantity().isPositive() && from.costKnown();
    Money spendable = cost.max(Money.zero(cost.currency()));
    Money moved = Money.zero(source.currency());
    Money change = Money.zero(source.currency());
    for (LedgerEntry.Leg leg : action.legs()) {
      if (leg.isin().equals(action.isin())) {
        continue;
      }
      HoldingKey key = new HoldingKey(leg.isin(), source.currency());
      Money part =
          spendable.times(leg.costFraction(), RoundingMode.HALF_EVEN).min(spendable.minus(moved));
      moved = moved.plus(part);
      Holding after =
          leg.change().isPositive()
              ? holding(key)
                  .received(leg.change(), part, known, from.firstBoughtAt(), from.lastBoughtAt())
              : holding(key).gaveUp(leg.change().negated());
      change = change.plus(change(key, after));
    }
    if (action.kind() == LedgerEntry.ActionKind.SPIN_OFF) {
      change = change.plus(change(source, from.lessCost(moved)));
    }
    return change;
  }

  private Holding holding(HoldingKey key) {
    return holdings.getOrDefault(key, Holding.none(key.currency()));
  }

  /** Puts a holding in its place; what the securities are worth more in the books. */
  private Money change(HoldingKey key, Holding after) {
    Money change = after.book().minus(holding(key).book());
    holdings.put(key, after);
    post(LedgerAccount.SECURITIES, change, key.isin());
    return change;
  }

  /** What the assets have gained is income. */
  private void realise(Isin isin, Money gained) {
    post(LedgerAccount.REALISED, gained.negated(), isin);
  }

  private void post(String name, Money amount, @Nullable Isin isin) {
    Currency currency = amount.currency();
    if (!amount.isZero()) {
      balances.merge(new LedgerAccount(name, currency, isin), amount, Money::plus);
    }
  }
}
