package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One account of the double entry. Assets and expenses are positive, equity and income negative.
 *
 * @param isin the security that it is kept for, null for money only
 */
record LedgerAccount(String name, Currency currency, @Nullable Isin isin)
    implements Comparable<LedgerAccount> {
  static final String CASH = "assets:cash";
  static final String SECURITIES = "assets:securities";
  static final String COMMISSION = "expenses:commission";
  static final String FEE = "expenses:fee";
  static final String TAX = "expenses:tax";
  static final String DIVIDEND = "income:dividend";
  static final String INTEREST = "income:interest";
  static final String REALISED = "income:realised";
  static final String OWNER = "equity:owner";
  static final String EXCHANGE = "equity:exchange";
  static final String OPENING = "equity:opening";
  static final String RECONCILIATION = "equity:reconciliation";

  /** Where an entry stands that changes nothing, such as one that was taken back before it came. */
  static final String MEMO = "equity:memo";

  private static final Comparator<LedgerAccount> ORDER =
      Comparator.comparing(LedgerAccount::name)
          .thenComparing(LedgerAccount::currency)
          .thenComparing(
              LedgerAccount::isin, Comparator.nullsFirst(Comparator.<Isin>naturalOrder()));

  @Override
  public int compareTo(LedgerAccount other) {
    return ORDER.compare(this, other);
  }
}
