package dev.arduinotrader.portfolio.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.LedgerTransaction;
import dev.arduinotrader.portfolio.LotMethod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What holds for a thousand histories of all kinds, arriving twice and in any order. */
class HistoryLawsTest {
  private static final int HISTORIES = 1_000;
  private static final int ENTRIES = 40;

  /** What a history must come to, by plain sums. */
  private static final class Naive {
    private final Map<Currency, Money> cash = new TreeMap<>();
    private final Map<Isin, Quantity> units = new TreeMap<>();

    Naive(List<BrokerMovement> history) {
      Set<String> dead = new HashSet<>();
      for (BrokerMovement movement : latestFirst(history)) {
        if (movement instanceof LedgerEntry.Reversal r && !dead.contains(r.sourceId())) {
          dead.add(r.reversedSourceId());
        }
      }
      history.stream().filter(m -> !dead.contains(m.sourceId())).forEach(this::add);
      cash.values().removeIf(Money::isZero);
      units.values().removeIf(Quantity::isZero);
    }

    private static List<BrokerMovement> latestFirst(List<BrokerMovement> history) {
      List<BrokerMovement> sorted = new ArrayList<>(history);
      sorted.sort(
          (one, other) ->
              one.at().equals(other.at())
                  ? other.sourceId().compareTo(one.sourceId())
                  : other.at().compareTo(one.at()));
      return sorted;
    }

    private void add(BrokerMovement movement) {
      switch (movement) {
        case BrokerMovement.Execution e -> {
          boolean buys = e.side() == Side.BUY;
          units(e.isin(), buys ? e.quantity() : e.quantity().negated());
          cash(buys ? e.gross().negated() : e.gross());
          cash(e.commission().negated());
        }
        case BrokerMovement.Exchange e -> {
          cash(e.sold().negated());
          cash(e.bought());
          cash(e.commission().negated());
        }
        case BrokerMovement.CashFlow f -> cash(f.amount());
        case LedgerEntry.Dividend d -> cash(d.gross().minus(d.withheld()));
        case LedgerEntry.CorporateAction a -> {
          a.legs().forEach(leg -> units(leg.isin(), leg.change()));
          cash(a.cash());
        }
        case LedgerEntry.OpeningPosition o -> units(o.isin(), o.quantity());
        case LedgerEntry.CashAdjustment c -> cash(c.amount());
        case LedgerEntry.UnitsAdjustment u -> units(u.isin(), u.change());
        case LedgerEntry.Reversal ignored -> {}
      }
    }

    private void cash(Money money) {
      cash.merge(money.currency(), money, Money::plus);
    }

    private void units(Isin isin, Quantity change) {
      units.merge(isin, change, Quantity::plus);
    }
  }

  /** A ledger that is written as entries arrive. */
  private static final class Live {
    private final List<BrokerMovement> facts = new ArrayList<>();
    private final List<LedgerTransaction> transactions = new ArrayList<>();
    private Books books = Books.empty();

    Live(List<BrokerMovement> arrivals) {
      Set<String> known = new HashSet<>();
      for (BrokerMovement movement : arrivals) {
        if (known.add(movement.sourceId())) {
          book(movement);
        }
      }
    }

    private void book(BrokerMovement movement) {
      facts.add(movement);
      Books after = books.isNext(movement) ? books.with(movement) : Books.of(facts);
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
  }

  @Test
  void postingsBalanceAndProjectionsEqualANaiveRecomputationAndARebuild() {
    for (long seed = 1; seed <= HISTORIES; seed++) {
      RandomHistory random = new RandomHistory(seed);
      List<BrokerMovement> history = random.next(ENTRIES);
      Live live = new Live(random.arrivals(history));
      Books rebuilt = Books.of(history);
      Naive naive = new Naive(history);
      assertThat(live.books).as("live books of seed %d", seed).isEqualTo(rebuilt);
      for (LedgerTransaction transaction : live.transactions) {
        assertThat(Ledger.balances(transaction.postings())).as("seed %d", seed).isTrue();
      }
      assertThat(BooksAudit.faults(live.transactions, live.facts)).as("seed %d", seed).isEmpty();
      Map<Currency, Money> cash = new TreeMap<>(rebuilt.cash());
      cash.values().removeIf(Money::isZero);
      assertThat(cash).as("cash of seed %d", seed).isEqualTo(naive.cash);
      assertThat(rebuilt.quantities()).as("units of seed %d", seed).isEqualTo(naive.units);
    }
  }

  @Test
  void lotsAreWhatTheBooksHoldByEveryMethod() {
    for (long each = 1; each <= HISTORIES; each++) {
      long seed = each;
      List<BrokerMovement> history = new RandomHistory(seed).next(ENTRIES);
      Books books = Books.of(history);
      for (LotMethod method : LotMethod.values()) {
        LotLedger ledger = LotLedger.of(history, method, List.of());
        books
            .holdings()
            .forEach(
                (key, holding) -> {
                  Quantity units =
                      ledger.lots().stream()
                          .filter(lot -> new HoldingKey(lot.isin(), lot.currency()).equals(key))
                          .map(lot -> lot.quantity())
                          .reduce(Quantity.ZERO, Quantity::plus);
                  Quantity held =
                      holding.quantity().isNegative() ? Quantity.ZERO : holding.quantity();
                  assertThat(units).as("%s of %s, seed %d", method, key, seed).isEqualTo(held);
                });
      }
    }
  }
}
