package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.portfolio.CashBalance;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.OpenOrder;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.portfolio.SnapshotSecurity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says what books are worth on a market. */
public final class Appraiser {
  private Appraiser() {}

  /** The value of everything when all trades have settled. */
  public static Valuation appraise(Books books, OpenExposure exposure, Market market) {
    return appraise(books, exposure, market, Instant.MAX);
  }

  /** The value of everything, with what open orders have reserved and what has settled by now. */
  public static Valuation appraise(Books books, OpenExposure exposure, Market market, Instant now) {
    List<String> unknown = new ArrayList<>();
    List<CashBalance> cash = cash(books, exposure, market, now);
    for (CashBalance balance : cash) {
      if (balance.totalInBase() == null) {
        unknown.add(
            balance.total()
                + ": no rate of "
                + market.base()
                + "/"
                + balance.currency()
                + ", "
                + market.whyNoRate(balance.currency()));
      }
    }
    List<Position> positions = positions(books, market);
    for (Position position : positions) {
      if (position.valueInBase() == null) {
        unknown.add(position.quantity() + " of " + position.symbol() + ": " + position.note());
      }
    }
    List<@Nullable Money> cashValues = new ArrayList<>();
    cash.forEach(balance -> cashValues.add(balance.totalInBase()));
    List<@Nullable Money> holdingValues = new ArrayList<>();
    positions.forEach(position -> holdingValues.add(position.valueInBase()));
    return new Valuation(
        cash,
        positions,
        sum(cashValues, market.base()),
        sum(holdingValues, market.base()),
        known(cashValues, market.base()).plus(known(holdingValues, market.base())),
        unknown);
  }

  private static Optional<Money> sum(List<@Nullable Money> values, Currency currency) {
    return values.stream().anyMatch(Objects::isNull)
        ? Optional.empty()
        : Optional.of(known(values, currency));
  }

  private static Money known(List<@Nullable Money> values, Currency currency) {
    Money sum = Money.zero(currency);
    for (Money value : values) {
      if (value != null) {
        sum = sum.plus(value);
      }
    }
    return sum;
  }

  /** Cash per currency when all trades have settled. */
  public static List<CashBalance> cash(Books books, OpenExposure exposure, Market market) {
    return cash(books, exposure, market, Instant.MAX);
  }

  /** Cash per currency; currencies without cash and without reservations are absent. */
  public static List<CashBalance> cash(
      Books books, OpenExposure exposure, Market market, Instant now) {
    SortedMap<Currency, Money> reserved = reserved(exposure);
    Unsettled unsettled = Unsettled.of(books, market, now);
    List<CashBalance> balances = new ArrayList<>();
    for (Currency currency : currencies(books, exposure)) {
      Money total = books.cash(currency);
      Money held = reserved.getOrDefault(currency, Money.zero(currency));
      Money coming = unsettled.coming(currency);
      Money going = unsettled.going(currency);
      if (!total.isZero() || !held.isZero() || !coming.isZero() || !going.isZero()) {
        balances.add(
            new CashBalance(
                currency,
                total.minus(coming).plus(going),
                coming.minus(going),
                held,
                total.minus(coming).minus(held),
                total,
                market.inBase(total).orElse(null)));
      }
    }
    return balances;
  }

  private static SortedMap<Currency, Money> reserved(OpenExposure exposure) {
    SortedMap<Currency, Money> sums = new TreeMap<>();
    for (OpenOrder order : exposure.orders()) {
      Money reserved = order.reservedCash();
      if (reserved != null) {
        sums.merge(reserved.currency(), reserved, Money::plus);
      }
    }
    return sums;
  }

  /** Every currency that cash is in or that an open order reserves or expects. */
  public static SortedSet<Currency> currencies(Books books, OpenExposure exposure) {
    SortedSet<Currency> currencies = new TreeSet<>(books.cash().keySet());
    for (OpenOrder order : exposure.orders()) {
      for (Money money : new Money[] {order.reservedCash(), order.expectedCash()}) {
        if (money != null) {
          currencies.add(money.currency());
        }
      }
    }
    return currencies;
  }

  private static List<Position> positions(Books books, Market market) {
    SortedSet<Isin> isins = new TreeSet<>();
    books
        .holdings()
        .forEach(
            (key, holding) -> {
              if (!holding.quantity().isZero()) {
                isins.add(key.isin());
              }
            });
    return isins.stream().map(isin -> position(isin, books, market)).toList();
  }

  private static Position position(Isin isin, Books books, Market market) {
    Map<HoldingKey, Holding> open = books.open(isin);
    Quantity quantity =
        open.values().stream().map(Holding::quantity).reduce(Quantity.ZERO, Quantity::plus);
    Optional<SnapshotSecurity> security = market.security(isin);
    Price price = security.map(SnapshotSecurity::price).orElse(null);
    Instant pricedAt = security.map(SnapshotSecurity::pricedAt).orElse(null);
    Money value = value(isin, quantity, price, pricedAt, market);
    Money valueInBase = value == null ? null : market.inBase(value).orElse(null);
    Optional<Money> cost = cost(open, security);
    return new Position(
        isin,
        security.map(SnapshotSecurity::symbol).orElse(isin.value()),
        security.map(SnapshotSecurity::name).orElse(""),
        quantity,
        cost.orElse(null),
        price,
        pricedAt,
        value,
        valueInBase,
        firstBoughtAt(open),
        books.dates(isin).lastBoughtAt(),
        books.dates(isin).lastSoldAt(),
        note(isin, quantity, cost, security, value, valueInBase, market),
        market.source(isin));
  }

  private static @Nullable Money value(
      Isin isin,
      Quantity quantity,
      @Nullable Price price,
      @Nullable Instant pricedAt,
      Market market) {
    if (price == null || pricedAt == null) {
      return null;
    }
    BigDecimal priced = quantity.value().multiply(market.unitsFactor(isin, pricedAt));
    return price.times(new Quantity(priced));
  }

  /** What the units cost; empty when entries are missing or in more than one currency. */
  private static Optional<Money> cost(
      Map<HoldingKey, Holding> open, Optional<SnapshotSecurity> security) {
    if (open.size() != 1) {
      return Optional.empty();
    }
    Holding only = open.values().iterator().next();
    boolean comparable =
        security.map(s -> s.quoteUnit().currency().equals(only.book().currency())).orElse(true);
    return only.quantity().isPositive() && only.costKnown() && comparable
        ? Optional.of(only.book())
        : Optional.empty();
  }

  private static String note(
      Isin isin,
      Quantity quantity,
      Optional<Money> cost,
      Optional<SnapshotSecurity> security,
      @Nullable Money value,
      @Nullable Money valueInBase,
      Market market) {
    List<String> notes = new ArrayList<>();
    if (quantity.isNegative()) {
      notes.add("more was sold than is known to have been bought; blocked until the entry arrives");
    } else if (cost.isEmpty()) {
      notes.add("it was not traded in one currency, so what it cost is not known");
    }
    if (security.isEmpty()) {
      notes.add("the universe does not know the security");
    } else if (value == null) {
      notes.add("no price, " + market.whyUnpriced(isin));
    } else if (valueInBase == null) {
      notes.add(
          "no rate of "
              + market.base()
              + "/"
              + value.currency()
              + ", "
              + market.whyNoRate(value.currency()));
    }
    if (!market.pending(isin).isEmpty()) {
      notes.add(market.pending(isin));
    }
    return String.join("; ", notes);
  }

  private static @Nullable Instant firstBoughtAt(Map<HoldingKey, Holding> open) {
    return open.values().stream()
        .map(Holding::firstBoughtAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
