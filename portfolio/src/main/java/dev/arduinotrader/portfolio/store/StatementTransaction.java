package dev.arduinotrader.portfolio.store;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.BrokerStatement;
import dev.arduinotrader.portfolio.PortfolioReason;
import dev.arduinotrader.portfolio.StatementComparison;
import dev.arduinotrader.portfolio.StatementDifference;
import dev.arduinotrader.portfolio.model.Books;
import dev.arduinotrader.portfolio.model.StatementRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** One good statement: compared, remembered, and adjusted to where two of them agree. */
final class StatementTransaction {
  private final Handle handle;
  private final AccountId account;
  private final BookingTransaction booking;
  private final Function<Isin, Optional<Currency>> currencyOf;

  StatementTransaction(
      Handle handle,
      AccountId account,
      BookingTransaction booking,
      Function<Isin, Optional<Currency>> currencyOf) {
    this.handle = handle;
    this.account = account;
    this.booking = booking;
    this.currencyOf = currencyOf;
  }

  /** Why a statement cannot be compared with books at a number; empty when it can. */
  static <T> Optional<Result<T>> refusal(
      AccountId account, long bookedSequence, BrokerStatement statement) {
    if (bookedSequence < statement.executionSequence()) {
      return Optional.of(
          PortfolioReason.BOOKS_BEHIND.failure(
              "expected the books of %s at number %d of trading's outbox, found %d\nMaybe book first."
                  .formatted(account, statement.executionSequence(), bookedSequence)));
    }
    if (bookedSequence > statement.executionSequence()) {
      return Optional.of(
          PortfolioReason.STATEMENT_OUTDATED.failure(
              "expected a statement with number %d of trading's outbox, found %d\nMaybe ask again."
                  .formatted(bookedSequence, statement.executionSequence())));
    }
    return Optional.empty();
  }

  StatementComparison reconcile(BrokerStatement statement) {
    Books books = booking.books();
    List<StatementDifference> found =
        StatementRules.items(books, statement, StatementTable.lastItems(handle, account));
    List<StatementDifference> items = new ArrayList<>();
    List<StatementDifference> open = new ArrayList<>();
    List<BrokerMovement> adjustments = new ArrayList<>();
    for (StatementDifference item : found) {
      Optional<BrokerMovement> adjustment =
          StatementRules.isConfirmed(item, statement.at())
              ? StatementRules.adjustment(books, statement, item, currencyOf)
              : Optional.empty();
      adjustment.ifPresent(adjustments::add);
      items.add(adjustment.isPresent() ? item.asAdjusted() : item);
      if (adjustment.isEmpty()) {
        open.add(item);
      }
    }
    booking.recordFresh(adjustments);
    StatementTable.keep(handle, account, statement.at(), open);
    return new StatementComparison(
        open.isEmpty(), open.stream().map(StatementDifference::sentence).toList(), items);
  }
}
