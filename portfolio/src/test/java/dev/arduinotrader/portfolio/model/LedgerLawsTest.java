package dev.arduinotrader.portfolio.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.LedgerTransaction;
import dev.arduinotrader.portfolio.LedgerTransaction.Posting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every stream of movements, in whatever order it arrives. */
class LedgerLawsTest {
  private static final int MOVEMENTS = 120;

  /** A ledger as it grows by one movement after another. */
  private static final class Growing {
    private final List<BrokerMovement> arrived = new ArrayList<>();
    private final List<LedgerTransaction> transactions = new ArrayList<>();
    private Books books = Books.empty();

    void book(BrokerMovement movement) {
      arrived.add(movement);
      Books after = books.isNext(movement) ? books.with(movement) : Books.of(arrived);
      transactions.add(
          new LedgerTransaction(
              transactions.size() + 1L,
              movement.sourceId(),
              Ledger.kind(movement),
              movement.at(),
              Instant.EPOCH,
              "",
              Ledger.post(books, after, movement)));
      books = after;
    }

    SortedMap<String, Money> balances() {
      SortedMap<String, Money> balances = new TreeMap<>();
      for (LedgerTransaction transaction : transactions) {
        for (Posting posting : transaction.postings()) {
          balances.merge(
              posting.ledgerAccount() + " " + posting.amount().currency(),
              posting.amount(),
              Money::plus);
        }
      }
      balances.values().removeIf(Money::isZero);
      return balances;
    }
  }

  private static Growing grown(List<BrokerMovement> movements) {
    Growing growing = new Growing();
    movements.forEach(growing::book);
    return growing;
  }

  private static List<BrokerMovement> shuffled(List<BrokerMovement> movements, long seed) {
    List<BrokerMovement> shuffled = new ArrayList<>(movements);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void everyTransactionBalancesInEveryCurrency(long seed) {
    Growing ledger = grown(shuffled(new RandomMovements(seed).next(MOVEMENTS), seed));
    assertThat(ledger.transactions)
        .allSatisfy(
            transaction ->
                assertThat(Ledger.sums(transaction.postings()).values()).allMatch(Money::isZero));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void theOrderOfArrivalDoesNotMatter(long seed) {
    List<BrokerMovement> movements = new RandomMovements(seed).next(MOVEMENTS);
    Growing inOrder = grown(movements);
    Growing shuffled = grown(shuffled(movements, seed));
    assertThat(shuffled.books).isEqualTo(inOrder.books);
    assertThat(shuffled.balances()).isEqualTo(inOrder.balances());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void thePostingsAlwaysGiveTheBooks(long seed) {
    Growing ledger = new Growing();
    for (BrokerMovement movement : shuffled(new RandomMovements(seed).next(60), seed)) {
      ledger.book(movement);
      assertThat(BooksAudit.faults(ledger.transactions, ledger.arrived)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void cashIsTheSumOfWhatMovedIt(long seed) {
    List<BrokerMovement> movements = new RandomMovements(seed).next(MOVEMENTS);
    SortedMap<Currency, Money> sums = new TreeMap<>();
    for (BrokerMovement movement : movements) {
      for (Money change : independentChanges(movement)) {
        sums.merge(change.currency(), change, Money::plus);
      }
    }
    Books books = Books.of(movements);
    sums.forEach((currency, sum) -> assertThat(books.cash(currency)).isEqualTo(sum));
  }

  private static List<Money> independentChanges(BrokerMovement movement) {
    return switch (movement) {
      case BrokerMovement.Execution e ->
          List.of(
              switch (e.side()) {
                case BUY -> e.gross().negated();
                case SELL -> e.gross();
              },
              e.commission().negated());
      case BrokerMovement.Exchange e ->
          List.of(e.sold().negated(), e.bought(), e.commission().negated());
      case BrokerMovement.CashFlow f -> List.of(f.amount());
      case LedgerEntry.Dividend d -> List.of(d.gross(), d.withheld().negated());
      case LedgerEntry.CorporateAction a -> List.of(a.cash());
      case LedgerEntry.CashAdjustment c -> List.of(c.amount());
      case LedgerEntry.OpeningPosition ignored -> List.of();
      case LedgerEntry.UnitsAdjustment ignored -> List.of();
      case LedgerEntry.Reversal r -> throw new IllegalArgumentException("not expected: " + r);
    };
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void theAuditFindsACentAndAUnit(long seed) {
    Growing ledger = grown(new RandomMovements(seed).next(MOVEMENTS));
    List<BrokerMovement> facts = new ArrayList<>(ledger.arrived);
    facts.removeLast();
    assertThat(BooksAudit.faults(ledger.transactions, facts)).isNotEmpty();
  }
}
