package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerTransaction;
import dev.arduinotrader.portfolio.LedgerTransaction.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Recomputes the books from the broker's movements and compares them with the ledger. */
public final class BooksAudit {
  private final SortedMap<Currency, Money> cash = new TreeMap<>();
  private final SortedMap<HoldingKey, Money> values = new TreeMap<>();
  private final SortedMap<HoldingKey, Quantity> quantities = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  private BooksAudit() {}

  /**
   * One sentence for everything that does not add up.
   *
   * @param transactions the whole ledger in the order of its numbers
   * @param movements the facts that it was made from
   */
  public static List<String> faults(
      List<LedgerTransaction> transactions, List<BrokerMovement> movements) {
    BooksAudit audit = new BooksAudit();
    long expectedNumber = 1;
    for (LedgerTransaction transaction : transactions) {
      if (transaction.number() != expectedNumber) {
        audit.faults.add(
            "expected transaction " + expectedNumber + ", found " + transaction.number());
      }
      expectedNumber = transaction.number() + 1;
      audit.add(transaction);
    }
    audit.compare(Books.of(movements));
    return List.copyOf(audit.faults);
  }

  private void add(LedgerTransaction transaction) {
    Ledger.sums(transaction.postings())
        .forEach(
            (currency, sum) -> {
              if (!sum.isZero()) {
                faults.add(
                    "transaction "
                        + transaction.number()
                        + ": expected postings that sum to zero, found "
                        + sum);
              }
            });
    for (Posting posting : transaction.postings()) {
      Money amount = posting.amount();
      if (posting.ledgerAccount().equals(Ledger.CASH)) {
        cash.merge(amount.currency(), amount, Money::plus);
      }
      if (posting.ledgerAccount().equals(Ledger.SECURITIES) && posting.isin() != null) {
        HoldingKey key = new HoldingKey(posting.isin(), amount.currency());
        values.merge(key, amount, Money::plus);
        Quantity quantity = posting.quantity();
        quantities.merge(key, quantity == null ? Quantity.ZERO : quantity, Quantity::plus);
      }
    }
  }

  private void compare(Books books) {
    SortedSet<Currency> currencies = new TreeSet<>(books.cash().keySet());
    currencies.addAll(cash.keySet());
    for (Currency currency : currencies) {
      Money posted = cash.getOrDefault(currency, Money.zero(currency));
      if (!posted.equals(books.cash(currency))) {
        faults.add("cash: the movements give " + books.cash(currency) + ", the postings " + posted);
      }
    }
    SortedSet<HoldingKey> keys = new TreeSet<>(books.holdings().keySet());
    keys.addAll(values.keySet());
    for (HoldingKey key : keys) {
      Holding expected = books.holding(key);
      Money value = values.getOrDefault(key, Money.zero(key.currency()));
      Quantity quantity = quantities.getOrDefault(key, Quantity.ZERO);
      if (!expected.book().equals(value) || !expected.quantity().equals(quantity)) {
        faults.add(
            "%s: the movements give %s units for %s, the postings %s for %s"
                .formatted(key.isin(), expected.quantity(), expected.book(), quantity, value));
      }
    }
  }
}
