package dev.arduinotrader.planning.model;

import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.CashBalance;
import dev.arduinotrader.portfolio.OpenOrder;
import dev.arduinotrader.portfolio.Snapshot;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cash of a snapshot in the base currency, with the money of open orders moved. Currencies are
 * one purse here: any of them becomes any other at the cost of an exchange.
 *
 * @param total settled and unsettled, less what open orders may take
 * @param spendable the same without unsettled income
 */
record CashView(double total, double spendable) {

  /** Adds to {@code unknown} whatever cannot be valued. */
  static CashView of(Snapshot snapshot, ExchangeRates rates, List<String> unknown) {
    double total = 0;
    double spendable = 0;
    List<CashBalance> balances =
        snapshot.cash().stream().sorted(Comparator.comparing(CashBalance::currency)).toList();
    for (CashBalance balance : balances) {
      Money settled = balance.settled();
      total += value(balance.total(), "cash", rates, unknown);
      Money certain = settled.min(balance.total());
      spendable += certain.isZero() ? 0 : value(certain, "cash", rates, unknown);
    }
    for (OpenOrder order : orders(snapshot)) {
      double moved = moved(order, rates, unknown);
      total += moved;
      spendable += moved;
    }
    return new CashView(total, spendable);
  }

  /** In a fixed order, so that sums of doubles do not depend on the order of the input. */
  private static List<OpenOrder> orders(Snapshot snapshot) {
    return snapshot.exposure().orders().stream()
        .sorted(Comparator.comparing(order -> order.clientOrderId().value()))
        .toList();
  }

  private static double moved(OpenOrder order, ExchangeRates rates, List<String> unknown) {
    boolean sale = order.isin() != null && order.side() == Side.SELL;
    Money reserved = order.reservedCash();
    if (reserved == null && !sale) {
      unknown.add("what the open order " + order.description() + " may take is not known");
    }
    String name = "the open order " + order.description();
    return value(order.expectedCash(), name, rates, unknown)
        - value(reserved, name, rates, unknown);
  }

  private static double value(
      @Nullable Money money, String name, ExchangeRates rates, List<String> unknown) {
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
