package dev.arduinotrader.trading.model.repair;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import dev.arduinotrader.trading.model.repair.RepairFacts.Sellable;
import dev.arduinotrader.trading.model.repair.RepairPlan.Sale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Covers cash below zero: from currencies with money to spare first, and by the least sale of what
 * may be sold only where those cannot.
 *
 * <p>It aims at a little more than zero, so that fees and rates do not bring it back at once, and
 * leaves as much in the currencies that pay. While one repair is under way there is no other: what
 * it will bring is not known to be missing. Nor is what a sale has brought and is not settled yet:
 * it is waited for.
 */
public final class BalanceRepair {
  /** What is aimed at, and what is left where money is taken from, in units of the currency. */
  public static final BigDecimal CUSHION = new BigDecimal("5");

  private static final MathContext DOWN = new MathContext(34, RoundingMode.DOWN);
  private static final MathContext UP = new MathContext(34, RoundingMode.UP);

  private final RepairFacts facts;
  private final Map<Currency, Money> spare = new HashMap<>();
  private final Map<Currency, Money> unsettled = new HashMap<>();
  private final Map<String, BigDecimal> lotsLeft = new HashMap<>();
  private final List<ExchangeTerms> exchanges = new ArrayList<>();
  private final List<Sale> sales = new ArrayList<>();
  private final List<String> uncovered = new ArrayList<>();

  private BalanceRepair(RepairFacts facts) {
    this.facts = facts;
    for (Currency currency : facts.cash().keySet()) {
      Money free = aboveCushion(facts.freeIn(currency));
      Money now = free.min(aboveCushion(facts.spendableIn(currency)));
      spare.put(currency, now);
      unsettled.put(currency, free.minus(now));
    }
    for (Sellable holding : facts.sellable()) {
      BigDecimal lots = holding.free().value().divideToIntegralValue(holding.lot().size());
      lotsLeft.put(holding.isin().value(), lots);
    }
  }

  /** The repair; nothing when nothing is owed or one is under way. */
  public static RepairPlan plan(RepairFacts facts) {
    if (facts.underWay()) {
      return RepairPlan.NOTHING;
    }
    BalanceRepair repair = new BalanceRepair(facts);
    for (Currency currency : new TreeSet<>(facts.owed())) {
      Money cash = facts.cashIn(currency);
      if (cash.isNegative()) {
        repair.cover(cash.negated());
      }
    }
    return new RepairPlan(repair.exchanges, repair.sales, repair.uncovered);
  }

  private static Money cushion(Currency currency) {
    return Money.rounded(CUSHION, currency, RoundingMode.CEILING);
  }

  private static Money aboveCushion(Money money) {
    Currency currency = money.currency();
    return money.minus(cushion(currency)).max(Money.zero(currency));
  }

  private void cover(Money debt) {
    Currency currency = debt.currency();
    Money rest = await(exchange(wholeUnits(debt.plus(cushion(currency)))));
    // The cushion alone is no reason to sell anything.
    if (rest.isGreaterThan(cushion(currency))) {
      rest = sell(rest);
      if (rest.isGreaterThan(cushion(currency))) {
        uncovered.add(
            "%s of the debt in %s cannot be covered by exchanges or sales"
                .formatted(rest, currency));
      }
    }
  }

  /** Leaves to what will be settled as much as it will bring; gives what is missing then. */
  private Money await(Money wanted) {
    Money rest = wanted;
    for (Currency source : sources(wanted.currency(), unsettled)) {
      Money coming = rest.min(bought(unsettledOf(source), wanted.currency()));
      if (coming.isPositive()) {
        Money needed = sold(coming, source);
        unsettled.put(source, unsettledOf(source).minus(needed));
        rest = rest.minus(coming);
        uncovered.add("%s wait for %s that are not settled yet".formatted(coming, needed));
      }
    }
    return rest;
  }

  private static Money wholeUnits(Money amount) {
    BigDecimal whole = amount.amount().setScale(0, RoundingMode.CEILING);
    return Money.rounded(whole, amount.currency(), RoundingMode.UNNECESSARY);
  }

  /** Buys as much as there is money for, the largest reserve first; gives what is missing then. */
  private Money exchange(Money wanted) {
    Money rest = wanted;
    for (Currency source : sources(wanted.currency(), spare)) {
      if (rest.isPositive()) {
        rest = rest.minus(exchange(rest, source));
      }
    }
    return rest;
  }

  /** Where there is money for the target, the most first. */
  private List<Currency> sources(Currency target, Map<Currency, Money> money) {
    if (!facts.perBase().containsKey(target)) {
      return List.of();
    }
    return money.values().stream()
        .filter(Money::isPositive)
        .filter(one -> !one.currency().equals(target))
        .filter(one -> facts.perBase().containsKey(one.currency()))
        .sorted(Comparator.comparing(this::inBase).reversed().thenComparing(one -> one.currency()))
        .map(Money::currency)
        .toList();
  }

  private Money exchange(Money wanted, Currency source) {
    Money most = bought(spareOf(source), wanted.currency());
    Money bought = wanted.min(most);
    if (!bought.isPositive()) {
      return Money.zero(wanted.currency());
    }
    Money soldMax = sold(bought, source);
    exchanges.add(new ExchangeTerms(bought, soldMax));
    spare.put(source, spareOf(source).minus(soldMax));
    return bought;
  }

  /** The whole units that so much of another currency buys at worst. */
  private Money bought(Money with, Currency target) {
    BigDecimal smallest = BigDecimal.valueOf(1, with.currency().minorDigits());
    BigDecimal units =
        with.amount()
            .subtract(smallest)
            .multiply(rate(target))
            .divide(rate(with.currency()).multiply(costFactor()), DOWN);
    return Money.rounded(
        units.max(BigDecimal.ZERO).setScale(0, RoundingMode.FLOOR),
        target,
        RoundingMode.UNNECESSARY);
  }

  /** The most of another currency that buying this may take. */
  private Money sold(Money bought, Currency source) {
    BigDecimal units =
        bought
            .amount()
            .multiply(rate(source))
            .multiply(costFactor())
            .divide(rate(bought.currency()), UP);
    return Money.rounded(units, source, RoundingMode.CEILING);
  }

  /** Sells the fewest lots that bring the rest; gives what is missing then. */
  private Money sell(Money wanted) {
    Money rest = wanted;
    for (Sellable holding : inOrder(wanted.currency())) {
      if (rest.isPositive()) {
        Money brought = sell(holding, rest);
        rest = brought == null ? rest : rest.minus(brought).max(Money.zero(rest.currency()));
      }
    }
    return rest;
  }

  /** What is paid in the currency itself comes first: it needs no exchange afterwards. */
  private List<Sellable> inOrder(Currency currency) {
    return facts.sellable().stream()
        .filter(holding -> lots(holding).signum() > 0)
        .filter(holding -> isExchangeable(holding.proceedsPerLot().currency(), currency))
        .sorted(
            Comparator.comparing(
                (Sellable holding) -> !holding.proceedsPerLot().currency().equals(currency)))
        .toList();
  }

  private boolean isExchangeable(Currency from, Currency to) {
    return from.equals(to)
        || (facts.perBase().containsKey(from) && facts.perBase().containsKey(to));
  }

  /** What a sale brings in the currency wanted, null when it would not pay its own fee. */
  private @Nullable Money sell(Sellable holding, Money wanted) {
    Currency paid = holding.proceedsPerLot().currency();
    Money needed =
        paid.equals(wanted.currency())
            ? wanted
            : sold(wanted, paid).plus(Money.of(BigDecimal.valueOf(1, paid.minorDigits()), paid));
    BigDecimal lots =
        needed
            .plus(holding.fixedFee())
            .amount()
            .divide(holding.proceedsPerLot().amount(), 0, RoundingMode.CEILING)
            .min(lots(holding));
    Money proceeds =
        holding.proceedsPerLot().times(lots, RoundingMode.FLOOR).minus(holding.fixedFee());
    if (!proceeds.isPositive()) {
      return null;
    }
    Quantity quantity = new Quantity(lots.multiply(holding.lot().size()));
    sales.add(new Sale(holding.isin(), holding.symbol(), quantity, proceeds));
    lotsLeft.put(holding.isin().value(), lots(holding).subtract(lots));
    return paid.equals(wanted.currency()) ? proceeds : bought(proceeds, wanted.currency());
  }

  private BigDecimal lots(Sellable holding) {
    return lotsLeft.getOrDefault(holding.isin().value(), BigDecimal.ZERO);
  }

  private Money spareOf(Currency currency) {
    return spare.getOrDefault(currency, Money.zero(currency));
  }

  private Money unsettledOf(Currency currency) {
    return unsettled.getOrDefault(currency, Money.zero(currency));
  }

  private BigDecimal inBase(Money money) {
    return money.amount().divide(rate(money.currency()), DOWN);
  }

  private BigDecimal rate(Currency currency) {
    BigDecimal rate = facts.perBase().get(currency);
    if (rate == null) {
      throw new IllegalStateException("expected a rate of " + currency + ", found none");
    }
    return rate;
  }

  private BigDecimal costFactor() {
    return BigDecimal.ONE.add(facts.exchangeCost());
  }
}
