package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerTransaction.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Double entry: what a movement writes into the ledger. Assets and expenses are positive, equity
 * and income negative; the postings of one movement sum to zero in every currency.
 *
 * <p>The commission of a purchase is part of what the units cost when it is in their currency;
 * every other commission is an expense. A sale takes its units out at average cost; the difference
 * to the proceeds is realised income.
 *
 * <p>A movement that arrives late changes the cost of sales that are already in the ledger. Its own
 * postings then carry the difference to realised income, so that the ledger's securities always
 * equal the books without any earlier transaction being touched.
 */
public final class Ledger {
  static final String CASH = "assets:cash";
  static final String SECURITIES = "assets:securities";
  private static final String COMMISSION = "expenses:commission";
  private static final String FEE = "expenses:fee";
  private static final String TAX = "expenses:tax";
  private static final String DIVIDEND = "income:dividend";
  private static final String INTEREST = "income:interest";
  private static final String REALISED = "income:realised";
  private static final String OWNER = "equity:owner";
  private static final String EXCHANGE = "equity:exchange";

  private Ledger() {}

  /**
   * The postings of a movement.
   *
   * @param before the books without it
   * @param after the books with it
   */
  public static List<Posting> post(Books before, Books after, BrokerMovement movement) {
    List<Posting> postings = new ArrayList<>();
    for (Money change : Books.cashChanges(movement)) {
      postings.add(posting(CASH, change));
    }
    switch (movement) {
      case BrokerMovement.Execution execution -> addSecurities(postings, before, after, execution);
      case BrokerMovement.Exchange exchange -> {
        postings.add(posting(EXCHANGE, exchange.sold()));
        postings.add(posting(EXCHANGE, exchange.bought().negated()));
        addExpense(postings, exchange.commission());
      }
      case BrokerMovement.CashFlow flow ->
          postings.add(posting(counterpart(flow), flow.amount().negated()));
    }
    return List.copyOf(postings);
  }

  private static void addSecurities(
      List<Posting> postings, Books before, Books after, BrokerMovement.Execution execution) {
    HoldingKey key = Books.key(execution);
    Money change = after.holding(key).book().minus(before.holding(key).book());
    postings.add(
        new Posting(
            SECURITIES,
            change,
            execution.isin(),
            execution.side() == Side.BUY ? execution.quantity() : execution.quantity().negated()));
    if (!Books.isCapitalised(execution)) {
      addExpense(postings, execution.commission());
    }
    Money rest = sums(postings).getOrDefault(key.currency(), Money.zero(key.currency()));
    if (!rest.isZero()) {
      postings.add(posting(REALISED, rest.negated(), execution.isin()));
    }
  }

  private static void addExpense(List<Posting> postings, Money commission) {
    if (!commission.isZero()) {
      postings.add(posting(COMMISSION, commission));
    }
  }

  private static String counterpart(BrokerMovement.CashFlow flow) {
    return switch (flow.kind()) {
      case DEPOSIT, WITHDRAWAL -> OWNER;
      case DIVIDEND -> DIVIDEND;
      case INTEREST -> INTEREST;
      case FEE -> FEE;
      case TAX -> TAX;
    };
  }

  private static Posting posting(String account, Money amount) {
    return posting(account, amount, null);
  }

  private static Posting posting(String account, Money amount, @Nullable Isin isin) {
    return new Posting(account, amount, isin, null);
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
    };
  }

  /** One line for a person. */
  public static String description(BrokerMovement movement) {
    return switch (movement) {
      case BrokerMovement.Execution e ->
          (e.side() == Side.BUY ? "Bought " : "Sold ")
              + line(e.quantity(), e)
              + commission(e.commission());
      case BrokerMovement.Exchange e ->
          "Exchanged " + e.sold() + " for " + e.bought() + commission(e.commission());
      case BrokerMovement.CashFlow f -> f.note().isBlank() ? f.kind() + " " + f.amount() : f.note();
    };
  }

  private static String line(Quantity quantity, BrokerMovement.Execution execution) {
    return quantity
        + " "
        + execution.isin()
        + " at "
        + execution.price()
        + " = "
        + execution.gross();
  }

  private static String commission(Money commission) {
    return commission.isZero() ? "" : ", commission " + commission;
  }
}
