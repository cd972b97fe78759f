package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
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
  private final SortedMap<LedgerAccount, Money> posted = new TreeMap<>();
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
      Isin isin = posting.isin();
      posted.merge(
          new LedgerAccount(posting.ledgerAccount(), amount.currency(), isin), amount, Money::plus);
      Quantity quantity = posting.quantity();
      if (isin != null && quantity != null) {
        quantities.merge(new HoldingKey(isin, amount.currency()), quantity, Quantity::plus);
      }
    }
  }

  private void compare(Books books) {
    SortedSet<LedgerAccount> accounts = new TreeSet<>(books.balances().keySet());
    accounts.addAll(posted.keySet());
    for (LedgerAccount account : accounts) {
      Money none = Money.zero(account.currency());
      Money expected = books.balances().getOrDefault(account, none);
      Money found = posted.getOrDefault(account, none);
      if (!expected.equals(found)) {
        faults.add(
            "%s%s: the movements give %s, the postings %s"
                .formatted(
                    account.name(),
                    account.isin() == null ? "" : " " + account.isin(),
                    expected,
                    found));
      }
    }
    SortedSet<HoldingKey> keys = new TreeSet<>(books.holdings().keySet());
    keys.addAll(quantities.keySet());
    for (HoldingKey key : keys) {
      Quantity expected = books.holding(key).quantity();
      Quantity found = quantities.getOrDefault(key, Quantity.ZERO);
      if (!expected.equals(found)) {
        faults.add(
            "%s: the movements give %s units, the postings %s"
                .formatted(key.isin(), expected, found));
      }
    }
  }
}
