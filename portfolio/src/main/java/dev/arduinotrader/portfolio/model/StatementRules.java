package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.BrokerStatement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.StatementDifference;
import dev.arduinotrader.portfolio.StatementDifference.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares the books with what the broker says, over the union of both sides. A difference becomes
 * an entry of the ledger only when two good statements, some time apart, say exactly the same.
 */
public final class StatementRules {
  /** Two readings closer than this are one. */
  static final Duration APART_MIN = Duration.ofMinutes(1);

  private StatementRules() {}

  /** What is wrong with a statement itself; empty when it can be compared. */
  public static List<Fault> faults(BrokerStatement statement) {
    List<Fault> faults = new ArrayList<>();
    for (String section : statement.missing()) {
      faults.add(new Fault(section, "expected a complete statement, found none of this section"));
    }
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
    return items(books, statement, List.of()).stream().map(StatementDifference::sentence).toList();
  }

  /**
   * Every item that differs; cash first, in the order of code and ISIN.
   *
   * @param earlier what the last good statement differed in
   */
  public static List<StatementDifference> items(
      Books books, BrokerStatement statement, List<StatementDifference> earlier) {
    List<StatementDifference> items = new ArrayList<>();
    SortedMap<Currency, Money> brokerCash = new TreeMap<>();
    statement.cash().forEach(money -> brokerCash.put(money.currency(), money));
    SortedSet<Currency> currencies = new TreeSet<>(books.cash().keySet());
    currencies.addAll(brokerCash.keySet());
    for (Currency currency : currencies) {
      BigDecimal own = books.cash(currency).amount();
      BigDecimal broker = brokerCash.getOrDefault(currency, Money.zero(currency)).amount();
      add(items, Kind.CASH, null, currency, own, broker, statement.at(), earlier);
    }
    SortedMap<Isin, Quantity> held = books.quantities();
    SortedMap<Isin, Quantity> brokerHeld = new TreeMap<>();
    statement.holdings().forEach(holding -> brokerHeld.put(holding.isin(), holding.quantity()));
    SortedSet<Isin> isins = new TreeSet<>(held.keySet());
    isins.addAll(brokerHeld.keySet());
    for (Isin isin : isins) {
      Quantity own = held.getOrDefault(isin, Quantity.ZERO);
      Quantity broker = brokerHeld.getOrDefault(isin, Quantity.ZERO);
      Kind kind = broker.isZero() ? Kind.GHOST : own.isZero() ? Kind.MISSING : Kind.UNITS;
      add(items, kind, isin, null, own.value(), broker.value(), statement.at(), earlier);
    }
    return items;
  }

  private static void add(
      List<StatementDifference> items,
      Kind kind,
      @Nullable Isin isin,
      @Nullable Currency currency,
      BigDecimal own,
      BigDecimal broker,
      Instant at,
      List<StatementDifference> earlier) {
    if (own.compareTo(broker) == 0) {
      return;
    }
    Instant firstSeenAt =
        earlier.stream()
            .filter(
                item ->
                    Objects.equals(item.isin(), isin)
                        && Objects.equals(item.currency(), currency)
                        && item.books().compareTo(own) == 0
                        && item.broker().compareTo(broker) == 0
                        && item.firstSeenAt().isBefore(at))
            .map(StatementDifference::firstSeenAt)
            .findFirst()
            .orElse(at);
    items.add(new StatementDifference(kind, isin, currency, own, broker, firstSeenAt, false));
  }

  /** Whether enough good statements say the same of an item. */
  public static boolean isConfirmed(StatementDifference item, Instant at) {
    return Duration.between(item.firstSeenAt(), at).compareTo(APART_MIN) >= 0;
  }

  /**
   * The entry that brings the books to the broker's side; empty while nobody knows in which
   * currency the security is held.
   *
   * @param currencyOf the currency of a security that the books do not hold, as far as known
   */
  public static Optional<BrokerMovement> adjustment(
      Books books,
      BrokerStatement statement,
      StatementDifference item,
      Function<Isin, Optional<Currency>> currencyOf) {
    BigDecimal change = item.broker().subtract(item.books());
    String evidence =
        "%s; statements of %s and %s"
            .formatted(item.sentence(), item.firstSeenAt(), statement.at());
    Isin isin = item.isin();
    Currency cashCurrency = item.currency();
    if (cashCurrency != null) {
      return Optional.of(
          new LedgerEntry.CashAdjustment(
              0,
              id(statement, cashCurrency.code()),
              statement.at(),
              Money.of(change, cashCurrency),
              evidence));
    }
    Isin security = Objects.requireNonNull(isin);
    return books.open(security).keySet().stream()
        .findFirst()
        .map(HoldingKey::currency)
        .or(() -> currencyOf.apply(security))
        .map(
            currency ->
                new LedgerEntry.UnitsAdjustment(
                    0,
                    id(statement, security.value()),
                    statement.at(),
                    security,
                    currency,
                    new Quantity(change),
                    evidence));
  }

  private static String id(BrokerStatement statement, String item) {
    return "reconcile:" + statement.at() + ":" + item;
  }
}
