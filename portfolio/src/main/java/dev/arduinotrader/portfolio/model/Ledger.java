package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.LedgerTransaction.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Double entry: what a movement writes into the ledger. Assets and expenses are positive, equity
 * and income negative; the postings of one movement sum to zero in every currency.
 *
 * <p>A movement's postings are the difference that it makes to the balance of every account of the
 * books. A movement that arrives late, or that takes another one back, changes the cost of sales
 * that are already in the ledger; its own postings then carry the difference to realised income, so
 * that the ledger always equals the books without any earlier transaction being touched.
 */
public final class Ledger {
  private Ledger() {}

  /**
   * The postings of a movement.
   *
   * @param before the books without it
   * @param after the books with it
   */
  public static List<Posting> post(Books before, Books after, BrokerMovement movement) {
    List<Posting> postings = new ArrayList<>();
    SortedSet<LedgerAccount> accounts = new TreeSet<>(after.balances().keySet());
    accounts.addAll(before.balances().keySet());
    for (LedgerAccount account : accounts) {
      Money change = balance(after, account).minus(balance(before, account));
      Quantity units = units(after, account).minus(units(before, account));
      if (!change.isZero() || !units.isZero()) {
        postings.add(
            new Posting(account.name(), change, account.isin(), units.isZero() ? null : units));
      }
    }
    addUnvalued(postings, before, after);
    if (postings.isEmpty()) {
      Currency currency = currency(movement);
      postings.add(new Posting(LedgerAccount.MEMO, Money.zero(currency), null, null));
    }
    return List.copyOf(postings);
  }

  private static Money balance(Books books, LedgerAccount account) {
    return books.balances().getOrDefault(account, Money.zero(account.currency()));
  }

  private static Quantity units(Books books, LedgerAccount account) {
    Isin isin = account.isin();
    return account.name().equals(LedgerAccount.SECURITIES) && isin != null
        ? books.holding(new HoldingKey(isin, account.currency())).quantity()
        : Quantity.ZERO;
  }

  /** Units that stand for nothing in the books still move. */
  private static void addUnvalued(List<Posting> postings, Books before, Books after) {
    SortedSet<HoldingKey> keys = new TreeSet<>(after.holdings().keySet());
    keys.addAll(before.holdings().keySet());
    for (HoldingKey key : keys) {
      LedgerAccount account =
          new LedgerAccount(LedgerAccount.SECURITIES, key.currency(), key.isin());
      boolean valued =
          after.balances().containsKey(account) || before.balances().containsKey(account);
      Quantity units = after.holding(key).quantity().minus(before.holding(key).quantity());
      if (!valued && !units.isZero()) {
        postings.add(new Posting(account.name(), Money.zero(key.currency()), key.isin(), units));
      }
    }
  }

  /** A currency that the movement is about. */
  private static Currency currency(BrokerMovement movement) {
    return switch (movement) {
      case BrokerMovement.Execution e -> e.gross().currency();
      case BrokerMovement.Exchange e -> e.sold().currency();
      case BrokerMovement.CashFlow f -> f.amount().currency();
      case LedgerEntry.Dividend d -> d.gross().currency();
      case LedgerEntry.CorporateAction a -> a.currency();
      case LedgerEntry.OpeningPosition o -> o.currency();
      case LedgerEntry.Reversal ignored -> Currency.EUR;
      case LedgerEntry.CashAdjustment c -> c.amount().currency();
      case LedgerEntry.UnitsAdjustment u -> u.currency();
    };
  }

  /** The sum of postings per currency; all zero when they balance. */
  public static SortedMap<Currency, Money> sums(List<Posting> postings) {
    SortedMap<Currency, Money> sums = new TreeMap<>();
    for (Posting posting : postings) {
      sums.merge(posting.amount().currency(), posting.amount(), Money::plus);
    }
    return sums;
  }

  /** Whether postings sum to zero in every currency. */
  public static boolean balances(List<Posting> postings) {
    return sums(postings).values().stream().allMatch(Money::isZero);
  }

  /** The kind under which a movement stands in the ledger. */
  public static String kind(BrokerMovement movement) {
    return switch (movement) {
      case BrokerMovement.Execution e -> "EXECUTION";
      case BrokerMovement.Exchange e -> "EXCHANGE";
      case BrokerMovement.CashFlow f -> f.kind().name();
      case LedgerEntry.Dividend d -> "SECURITY_DIVIDEND";
      case LedgerEntry.CorporateAction a -> "CORPORATE_ACTION";
      case LedgerEntry.OpeningPosition o -> "OPENING_POSITION";
      case LedgerEntry.Reversal r -> "REVERSAL";
      case LedgerEntry.CashAdjustment c -> "CASH_ADJUSTMENT";
      case LedgerEntry.UnitsAdjustment u -> "UNITS_ADJUSTMENT";
    };
  }
}
