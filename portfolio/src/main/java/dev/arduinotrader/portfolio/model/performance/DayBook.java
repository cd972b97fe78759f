package dev.arduinotrader.portfolio.model.performance;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.model.performance.WalkedDay.NodeDay;
import dev.arduinotrader.portfolio.model.performance.WalkedDay.Sums;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what happens on a day; what is held goes on from one day to the next. */
final class DayBook {
  private final MarketHistory market;
  private final SplitFactors splits;
  private final SortedMap<Node, BigDecimal> held = new TreeMap<>();
  private final SortedMap<Node, double[]> moved = new TreeMap<>();
  private final SortedSet<String> unknown = new TreeSet<>();
  private Sums sums = Sums.NONE;
  private LocalDate day = LocalDate.EPOCH;

  DayBook(MarketHistory market, SplitFactors splits) {
    this.market = market;
    this.splits = splits;
  }

  void begin(LocalDate date) {
    day = date;
    moved.clear();
    unknown.clear();
    sums = Sums.NONE;
  }

  /** Changes what is held of a node, exactly. */
  void change(Node node, BigDecimal by) {
    held.merge(node, by, BigDecimal::add);
  }

  void addCash(Money money) {
    change(new Node.Cash(money.currency()), money.amount());
  }

  /** Value that went from one part of the account to another. */
  void move(Node from, Node to, double value) {
    cells(from)[0] -= value;
    cells(to)[0] += value;
  }

  /** Value that came from the owner, or went there when it is negative. */
  void external(Node node, double value) {
    cells(node)[1] += value;
  }

  void sum(Sums more) {
    sums = sums.plus(more);
  }

  private double[] cells(Node node) {
    return moved.computeIfAbsent(node, key -> new double[2]);
  }

  /** Money at the rate of the day; without one the day is unknown. */
  double inBase(Money money) {
    return money.isZero() ? 0 : valueOf(new Node.Cash(money.currency()), money.amount());
  }

  /** Units at the close of the day; without one the day is unknown. */
  double inBase(Isin isin, BigDecimal units) {
    return valueOf(new Node.Units(isin), units);
  }

  private double valueOf(Node node, BigDecimal amount) {
    OptionalDouble each =
        switch (node) {
          case Node.Cash(var currency) -> market.rate(currency, day);
          case Node.Units(var isin) -> market.unitValue(isin, day);
        };
    if (each.isEmpty()) {
      unknown.add(
          switch (node) {
            case Node.Cash(var currency) -> market.whyNone(currency, day);
            case Node.Units(var isin) -> market.whyNone(isin, day);
          });
      return 0;
    }
    double factor =
        switch (node) {
          case Node.Cash ignored -> 1;
          case Node.Units(var isin) -> market.isAdjusted(isin) ? splits.after(isin, day) : 1;
        };
    return amount.doubleValue() * each.getAsDouble() * factor;
  }

  WalkedDay end() {
    SortedMap<Node, NodeDay> nodes = new TreeMap<>();
    held.values().removeIf(amount -> amount.signum() == 0);
    held.forEach((node, amount) -> nodes.put(node, new NodeDay(valueOf(node, amount), 0, 0)));
    moved.forEach(
        (node, cells) ->
            nodes.merge(
                node,
                new NodeDay(0, cells[0], cells[1]),
                (value, change) -> new NodeDay(value.value(), change.moved(), change.external())));
    return new WalkedDay(day, nodes, sums, List.copyOf(unknown));
  }
}
