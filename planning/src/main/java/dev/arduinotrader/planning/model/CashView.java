package dev.arduinotrader.planning.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.CashBalance;
import dev.arduinotrader.portfolio.OpenOrder;
import dev.arduinotrader.portfolio.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The cash of a snapshot in the base currency, with the money of open orders moved. Currencies are
 * one purse here: any of them becomes any other at the cost of an exchange.
 *
 * @param total settled and unsettled, less what open purchases take, with what exchanges bring
 * @param spendable the settled part; what exchanges will bring counts only towards the open
 *     purchases in its currency, and becomes spendable when it has arrived
 */
record CashView(double total, double spendable) {
  /**
   * Sums of doubles depend on their order. It must come neither from the input nor from the orders'
   * ids, which are drawn at random: the same orders give the same sum.
   */
  private static final Comparator<OpenOrder> BY_CONTENT =
      Comparator.comparing(OpenOrder::description)
          .thenComparing(OpenOrder::remaining)
          .thenComparing(order -> String.valueOf(order.reservedCash()))
          .thenComparing(order -> String.valueOf(order.expectedCash()));

  /** What one unit of a security is worth, in which currency it is paid. */
  record Unit(Currency currency, double basePerUnit) {}

  /** Adds to {@code unknown} whatever cannot be valued. */
  static CashView of(
      Snapshot snapshot, ExchangeRates rates, Map<Isin, Unit> units, List<String> unknown) {
    Adder adder = new Adder(snapshot, rates, units, unknown);
    return new CashView(adder.total, adder.settled - adder.taken());
  }

  /** The open orders of one currency: purchases, and exchanges into it. */
  private static final class Open {
    private double reserved;
    private double atWorst;
    private double brought;
  }

  private static final class Adder {
    private final ExchangeRates rates;
    private final Map<Isin, Unit> units;
    private final List<String> unknown;
    private final TradeCosts costs;

    private final Map<Currency, Open> open = new TreeMap<>();

    private double total;
    private double settled;

    Adder(Snapshot snapshot, ExchangeRates rates, Map<Isin, Unit> units, List<String> unknown) {
      this.rates = rates;
      this.units = units;
      this.unknown = unknown;
      this.costs = TradeCosts.of(snapshot.policy().policy().costs());
      snapshot.cash().stream()
          .sorted(Comparator.comparing(CashBalance::currency))
          .forEach(this::add);
      snapshot.exposure().orders().stream().sorted(BY_CONTENT).forEach(this::add);
    }

    private void add(CashBalance balance) {
      total += value(balance.total(), "cash");
      settled += value(balance.spendable().min(balance.total()), "cash");
    }

    private void add(OpenOrder order) {
      String name = "the open order " + order.description();
      Money reserved = order.reservedCash();
      if (order.isin() != null && order.side() == Side.SELL) {
        take(value(reserved, name));
      } else if (reserved == null) {
        unknown.add("what the open order " + order.description() + " may take is not known");
      } else if (order.isin() == null) {
        take(value(reserved, name));
        addExchange(order.expectedCash(), name);
      } else {
        addPurchase(order, order.isin(), value(reserved, name));
      }
    }

    private void take(double amount) {
      total -= amount;
      settled -= amount;
    }

    private void addExchange(@Nullable Money expected, String name) {
      if (expected != null) {
        double brought = value(expected, name);
        total += brought;
        of(expected.currency()).brought += brought;
      }
    }

    /** The reservation may leave out what an exchange brings first; then the price tells more. */
    private void addPurchase(OpenOrder order, Isin isin, double reserved) {
      Unit unit = units.get(isin);
      if (unit == null) {
        return;
      }
      double value = order.remaining().toDouble() * unit.basePerUnit();
      total -= Math.max(reserved, value + costs.expected(value, false));
      Open purchases = of(unit.currency());
      purchases.reserved += reserved;
      purchases.atWorst += Math.max(reserved, costs.cashTakenAtLimit(value, false));
    }

    private Open of(Currency currency) {
      return open.computeIfAbsent(currency, key -> new Open());
    }

    /** What open purchases may take of the settled cash. */
    double taken() {
      return open.values().stream()
          .mapToDouble(each -> Math.max(each.reserved, each.atWorst - each.brought))
          .sum();
    }

    private double value(@Nullable Money money, String name) {
      if (money == null || money.isZero()) {
        return 0;
      }
      Block block = rates.block(money.currency());
      if (block != null) {
        String fault = "%s of %s: %s".formatted(name, money, block.reason());
        if (!unknown.contains(fault)) {
          unknown.add(fault);
        }
        return 0;
      }
      return money.amount().doubleValue() * rates.basePerUnit(money.currency());
    }
  }
}
