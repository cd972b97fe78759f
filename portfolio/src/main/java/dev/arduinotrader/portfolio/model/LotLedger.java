package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.Disposal;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.Lot;
import dev.arduinotrader.portfolio.LotChoice;
import dev.arduinotrader.portfolio.LotMethod;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows every unit from the lot that it came in to the disposal that it went with, by one method.
 * With the average method the lots cost exactly what the books say.
 */
public final class LotLedger {
  private final LotMethod method;
  private final List<LotChoice> choices;
  private final SortedMap<HoldingKey, LotPool> pools = new TreeMap<>();
  private final List<Disposal> disposals = new ArrayList<>();

  private LotLedger(LotMethod method, List<LotChoice> choices) {
    this.method = method;
    this.choices = choices;
  }

  /** The lots and disposals that movements make, whatever their order here. */
  public static LotLedger of(
      Collection<BrokerMovement> movements, LotMethod method, List<LotChoice> choices) {
    LotLedger ledger = new LotLedger(method, choices);
    Reversals.counting(movements).forEach(ledger::add);
    return ledger;
  }

  /** What is held, in the order of ISIN and currency, oldest first. */
  public List<Lot> lots() {
    return pools.values().stream().flatMap(pool -> pool.lots().stream()).toList();
  }

  /** What went, in the order of time. */
  public List<Disposal> disposals() {
    return List.copyOf(disposals);
  }

  private void add(BrokerMovement movement) {
    switch (movement) {
      case BrokerMovement.Execution execution -> addExecution(execution);
      case LedgerEntry.OpeningPosition opening -> {
        HoldingKey key = new HoldingKey(opening.isin(), opening.currency());
        pool(key)
            .add(
                lot(
                    opening.sourceId(),
                    key,
                    opening.quantity(),
                    opening.firstBoughtAt(),
                    opening.cost(),
                    Money.zero(key.currency())));
      }
      case LedgerEntry.UnitsAdjustment adjustment -> addAdjustment(adjustment);
      case LedgerEntry.CorporateAction action -> addAction(action);
      case BrokerMovement.Exchange ignored -> {}
      case BrokerMovement.CashFlow ignored -> {}
      case LedgerEntry.Dividend ignored -> {}
      case LedgerEntry.CashAdjustment ignored -> {}
      case LedgerEntry.Reversal ignored -> {}
    }
  }

  private LotPool pool(HoldingKey key) {
    return pools.computeIfAbsent(key, each -> new LotPool(each, method));
  }

  private static Lot lot(
      String id,
      HoldingKey key,
      Quantity units,
      @Nullable Instant acquiredAt,
      @Nullable Money cost,
      Money commission) {
    return new Lot(id, key.isin(), key.currency(), units, acquiredAt, cost, commission);
  }

  private void addExecution(BrokerMovement.Execution execution) {
    HoldingKey key = Books.key(execution);
    if (execution.side() == Side.BUY) {
      Money commission =
          Books.isCapitalised(execution) ? execution.commission() : Money.zero(key.currency());
      pool(key)
          .add(
              lot(
                  execution.sourceId(),
                  key,
                  execution.quantity(),
                  execution.at(),
                  execution.gross().plus(commission),
                  commission));
      return;
    }
    List<Lot> taken = pool(key).take(execution.quantity(), chosen(execution.sourceId()));
    dispose(execution, taken, execution.quantity(), execution.gross(), execution.commission());
  }

  private List<String> chosen(String saleId) {
    return choices.stream()
        .filter(choice -> choice.saleId().equals(saleId))
        .map(LotChoice::lotId)
        .toList();
  }

  /** Each part brings its share by units; the last one what is left. */
  private void dispose(
      BrokerMovement cause, List<Lot> taken, Quantity units, Money proceeds, Money commission) {
    Money openProceeds = proceeds;
    Money openCommission = commission;
    for (int i = 0; i < taken.size(); i++) {
      Lot lot = taken.get(i);
      boolean isLast = i == taken.size() - 1;
      Money brought = isLast ? openProceeds : Holding.share(proceeds, lot.quantity(), units);
      Money paid = isLast ? openCommission : Holding.share(commission, lot.quantity(), units);
      openProceeds = openProceeds.minus(brought);
      openCommission = openCommission.minus(paid);
      disposals.add(
          new Disposal(
              cause.sourceId(),
              lot.lotId(),
              lot.isin(),
              lot.quantity(),
              lot.acquiredAt(),
              cause.at(),
              lot.cost(),
              lot.commission(),
              brought,
              paid));
    }
  }

  private void addAdjustment(LedgerEntry.UnitsAdjustment adjustment) {
    HoldingKey key = new HoldingKey(adjustment.isin(), adjustment.currency());
    Money nothing = Money.zero(key.currency());
    if (adjustment.change().isPositive()) {
      pool(key).add(lot(adjustment.sourceId(), key, adjustment.change(), null, null, nothing));
    } else {
      Quantity units = adjustment.change().negated();
      dispose(adjustment, pool(key).take(units, List.of()), units, nothing, nothing);
    }
  }

  private void addAction(LedgerEntry.CorporateAction action) {
    HoldingKey source = new HoldingKey(action.isin(), action.currency());
    switch (action.kind()) {
      case SPLIT ->
          action.legs().forEach(leg -> pool(source).split(action.sourceId(), leg.change()));
      case SPIN_OFF ->
          action
              .legs()
              .forEach(leg -> spread(action, leg, pool(source).moveCost(leg.costFraction())));
      case MERGER -> merge(action, pool(source));
    }
  }

  private void merge(LedgerEntry.CorporateAction action, LotPool source) {
    Isin isin = action.isin();
    Quantity gone =
        action.legs().stream()
            .filter(leg -> leg.isin().equals(isin))
            .map(leg -> leg.change().negated())
            .reduce(Quantity.ZERO, Quantity::plus);
    List<Lot> taken = gone.isPositive() ? source.take(gone, List.of()) : List.of();
    List<Lot> left = new ArrayList<>(taken);
    for (LedgerEntry.Leg leg : action.legs()) {
      if (!leg.isin().equals(isin)) {
        List<Lot> parts = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
          Lot lot = taken.get(i);
          Money cost = lot.cost();
          Money part = cost == null ? null : cost.times(leg.costFraction(), RoundingMode.HALF_EVEN);
          parts.add(LotPool.with(lot, lot.quantity(), part, lot.commission()));
          Money rest = left.get(i).cost();
          left.set(
              i,
              LotPool.with(
                  lot,
                  lot.quantity(),
                  rest == null || part == null ? null : rest.minus(part),
                  Money.zero(lot.currency())));
        }
        spread(action, leg, parts);
      }
    }
    boolean costsLeft = left.stream().anyMatch(lot -> lot.cost() == null || !lot.cost().isZero());
    if (!left.isEmpty() && (costsLeft || !action.cash().isZero())) {
      dispose(action, left, gone, action.cash(), Money.zero(action.currency()));
    }
  }

  /** Units of another security that come for these lots, each lot with the cost that moves. */
  private void spread(LedgerEntry.CorporateAction action, LedgerEntry.Leg leg, List<Lot> from) {
    HoldingKey key = new HoldingKey(leg.isin(), action.currency());
    if (from.isEmpty()) {
      pool(key).add(pool(key).unknown(action.sourceId(), leg.change()));
      return;
    }
    Quantity all = from.stream().map(Lot::quantity).reduce(Quantity.ZERO, Quantity::plus);
    Quantity open = leg.change();
    for (int i = 0; i < from.size(); i++) {
      Lot lot = from.get(i);
      Quantity units =
          i == from.size() - 1 ? open : LotPool.scaled(leg.change(), lot.quantity(), all).min(open);
      open = open.minus(units);
      if (units.isPositive()) {
        pool(key).add(LotPool.as(leg.isin(), lot, units, lot.cost()));
      }
    }
  }
}
