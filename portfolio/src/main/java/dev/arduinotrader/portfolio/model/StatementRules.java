package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.portfolio.BrokerStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the books with what the broker says, over the union of both sides. */
public final class StatementRules {
  private StatementRules() {}

  /** What is wrong with a statement itself; empty when it can be compared. */
  public static List<Fault> faults(BrokerStatement statement) {
    List<Fault> faults = new ArrayList<>();
    SortedSet<Currency> currencies = new TreeSet<>();
    for (Money money : statement.cash()) {
      if (!currencies.add(money.currency())) {
        faults.add(
            new Fault("cash", "expected each currency once, found twice " + money.currency()));
      }
    }
    SortedSet<Isin> isins = new TreeSet<>();
    for (BrokerStatement.Holding holding : statement.holdings()) {
      if (!isins.add(holding.isin())) {
        faults.add(
            new Fault("holdings", "expected each security once, found twice " + holding.isin()));
      }
    }
    return faults;
  }

  /** One sentence for every item that differs; cash first, in the order of code and ISIN. */
  public static List<String> differences(Books books, BrokerStatement statement) {
    List<String> differences = new ArrayList<>();
    SortedMap<Currency, Money> brokerCash = new TreeMap<>();
    statement.cash().forEach(money -> brokerCash.put(money.currency(), money));
    SortedSet<Currency> currencies = new TreeSet<>(books.cash().keySet());
    currencies.addAll(brokerCash.keySet());
    for (Currency currency : currencies) {
      Money broker = brokerCash.getOrDefault(currency, Money.zero(currency));
      if (!books.cash(currency).equals(broker)) {
        differences.add(
            "cash: the books have " + books.cash(currency) + ", the broker has " + broker);
      }
    }
    SortedMap<Isin, Quantity> held = books.quantities();
    SortedMap<Isin, Quantity> brokerHeld = new TreeMap<>();
    statement.holdings().forEach(holding -> brokerHeld.put(holding.isin(), holding.quantity()));
    SortedSet<Isin> isins = new TreeSet<>(held.keySet());
    isins.addAll(brokerHeld.keySet());
    for (Isin isin : isins) {
      Quantity own = held.getOrDefault(isin, Quantity.ZERO);
      Quantity broker = brokerHeld.getOrDefault(isin, Quantity.ZERO);
      if (!own.equals(broker)) {
        differences.add(isin + ": the books have " + own + ", the broker has " + broker);
      }
    }
    return differences;
  }
}
