package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One movement in double entry: the postings sum to zero in every currency.
 *
 * @param number 1, 2, 3, ... per account
 * @param sourceId the broker's id of the fact
 * @param kind such as EXECUTION, EXCHANGE, DEPOSIT
 */
public record LedgerTransaction(
    long number,
    String sourceId,
    String kind,
    Instant effectiveAt,
    Instant bookedAt,
    String description,
    List<Posting> postings) {
  public LedgerTransaction {
    postings = List.copyOf(postings);
  }

  /**
   * One side of it.
   *
   * @param ledgerAccount such as assets:cash, assets:securities, expenses:commission, equity:owner,
   *     equity:exchange
   * @param isin set on securities
   * @param quantity units of the security that came (positive) or went, null on money only
   */
  public record Posting(
      String ledgerAccount, Money amount, @Nullable Isin isin, @Nullable Quantity quantity) {}
}
