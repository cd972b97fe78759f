package dev.arduinotrader.portfolio.store;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.event.EventLog;
import dev.arduinotrader.portfolio.Booking;
import dev.arduinotrader.portfolio.BookingReceipt;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.LedgerTransaction;
import dev.arduinotrader.portfolio.LedgerTransaction.Posting;
import dev.arduinotrader.portfolio.PortfolioReason;
import dev.arduinotrader.portfolio.RecordMovements;
import dev.arduinotrader.portfolio.RecordReceipt;
import dev.arduinotrader.portfolio.model.Books;
import dev.arduinotrader.portfolio.model.HistoryRules;
import dev.arduinotrader.portfolio.model.Ledger;
import dev.arduinotrader.portfolio.model.MovementTexts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** One delivery of trading's outbox: looked at as a whole, then booked as a whole. */
final class BookingTransaction {
  /** How a movement becomes postings. */
  @FunctionalInterface
  interface Poster {
    List<Posting> post(Books before, Books after, BrokerMovement movement);
  }

  private final Handle handle;
  private final AccountTable.Row row;
  private final AccountId account;
  private final EventLog events;
  private final Poster poster;
  private final Instant now;
  private Books books;
  private long number;

  /**
   * @param books of the account, up to its last transaction
   */
  BookingTransaction(
      Handle handle,
      AccountTable.Row row,
      Books books,
      EventLog events,
      Poster poster,
      Instant now) {
    this.handle = handle;
    this.row = row;
    this.account = row.account().accountId();
    this.books = books;
    this.events = events;
    this.poster = poster;
    this.now = now;
    this.number = LedgerTable.lastNumber(handle, account);
  }

  /** Writes nothing unless everything can be booked. */
  Result<BookingReceipt> book(Booking booking) {
    if (booking.tradingEpoch() < row.tradingEpoch()) {
      return PortfolioReason.EPOCH_OUTDATED.failure(
          "expected trading epoch %d or newer for %s, found %d\nMaybe trading runs elsewhere now."
              .formatted(row.tradingEpoch(), account, booking.tradingEpoch()));
    }
    return fresh(booking)
        .map(
            fresh -> {
              long sequence = row.bookedSequence();
              for (BrokerMovement movement : fresh) {
                sequence = movement.sequence();
                bookOne(movement);
              }
              if (sequence > row.bookedSequence() || booking.tradingEpoch() > row.tradingEpoch()) {
                AccountTable.advance(handle, account, sequence, booking.tradingEpoch());
              }
              return new BookingReceipt(sequence);
            });
  }

  /**
   * Records what a person typed or imported: everything that is not in the ledger yet, or nothing.
   */
  Result<RecordReceipt> record(RecordMovements command) {
    List<BrokerMovement> wanted = command.movements().stream().map(Movements::stored).toList();
    List<BrokerMovement> fresh = new ArrayList<>();
    for (BrokerMovement movement : wanted) {
      Optional<LedgerTable.BookedFact> known =
          LedgerTable.bySource(handle, account, movement.sourceId());
      if (known.isEmpty()) {
        fresh.add(movement);
      } else if (!known.get().hash().equals(Movements.hash(movement))) {
        return PortfolioReason.SOURCE_CONFLICT.failure(
            "entry %s of %s is in the ledger with another content: %s\nMaybe reverse that one first."
                .formatted(
                    movement.sourceId(),
                    account,
                    MovementTexts.description(known.get().movement())));
      }
    }
    List<Fault> faults = HistoryRules.faults(facts(), fresh, now);
    if (!faults.isEmpty()) {
      return Result.failure(Problem.invalid(faults));
    }
    if (!command.dryRun()) {
      recordFresh(fresh);
    }
    return Result.success(new RecordReceipt(fresh.size(), wanted.size() - fresh.size()));
  }

  /** Writes entries that are not in the ledger, in the order in which they happened. */
  void recordFresh(List<BrokerMovement> fresh) {
    Books.ordered(fresh).forEach(movement -> write(Movements.stored(movement)));
  }

  private List<BrokerMovement> facts() {
    return LedgerTable.facts(handle, account).stream()
        .map(LedgerTable.BookedFact::movement)
        .toList();
  }

  /** The books after everything that was booked. */
  Books books() {
    return books;
  }

  /** How far trading's outbox was booked before. */
  long bookedSequence() {
    return row.bookedSequence();
  }

  /** The number of the last transaction of the account. */
  long lastNumber() {
    return number;
  }

  /** The movements that are not booked yet, or why the delivery cannot be. */
  private Result<List<BrokerMovement>> fresh(Booking booking) {
    List<BrokerMovement> fresh = new ArrayList<>();
    Map<String, String> hashes = new HashMap<>();
    for (BrokerMovement movement : booking.movements()) {
      long next = row.bookedSequence() + fresh.size() + 1;
      if (movement.sequence() > next) {
        return PortfolioReason.SEQUENCE_GAP.failure(
            "expected outbox number %d of %s next, found %d\nMaybe send again from %d."
                .formatted(next, account, movement.sequence(), next));
      }
      String hash = Movements.hash(Movements.stored(movement));
      Optional<String> known = knownHash(movement, hashes);
      if (known.isPresent() && !known.get().equals(hash)) {
        return conflict(movement);
      }
      if (movement.sequence() == next) {
        fresh.add(movement);
        hashes.put(movement.sourceId(), hash);
      } else if (known.isEmpty()) {
        return conflict(movement);
      }
    }
    return Result.success(fresh);
  }

  /** The hash of what is booked under the movement's number, or under its id. */
  private Optional<String> knownHash(BrokerMovement movement, Map<String, String> inDelivery) {
    String earlier = inDelivery.get(movement.sourceId());
    if (earlier != null) {
      return Optional.of(earlier);
    }
    Optional<LedgerTable.BookedFact> fact =
        movement.sequence() <= row.bookedSequence()
            ? LedgerTable.bySequence(handle, account, movement.sequence())
            : LedgerTable.bySource(handle, account, movement.sourceId());
    return fact.map(LedgerTable.BookedFact::hash);
  }

  private Result<List<BrokerMovement>> conflict(BrokerMovement movement) {
    return PortfolioReason.SOURCE_CONFLICT.failure(
        ("outbox number %d (broker's id %s) of %s was booked before with another content"
                + "\nMaybe the outbox was restored from a backup; compare it with the ledger.")
            .formatted(movement.sequence(), movement.sourceId(), account));
  }

  private void bookOne(BrokerMovement movement) {
    BrokerMovement stored = Movements.stored(movement);
    if (LedgerTable.bySource(handle, account, stored.sourceId()).isEmpty()) {
      write(stored);
    }
    LedgerTable.number(handle, account, movement.sequence(), movement.sourceId());
  }

  private void write(BrokerMovement stored) {
    Books after = booksWith(stored);
    number++;
    LedgerTransaction transaction =
        new LedgerTransaction(
            number,
            stored.sourceId(),
            Ledger.kind(stored),
            stored.at(),
            now,
            MovementTexts.description(stored),
            poster.post(books, after, stored));
    LedgerTable.insert(handle, account, transaction, stored);
    requireBalance(transaction);
    ValuationTable.forgetFrom(handle, account, changesFrom(stored));
    events.append(handle, account, now, eventKind(stored), transaction.description(), transaction);
    books = after;
  }

  /** The earliest instant of which the books are other than before. */
  private Instant changesFrom(BrokerMovement movement) {
    if (!(movement instanceof LedgerEntry.Reversal reversal)) {
      return movement.at();
    }
    return LedgerTable.bySource(handle, account, reversal.reversedSourceId())
        .map(fact -> fact.movement().at())
        .filter(at -> at.isBefore(movement.at()))
        .orElse(movement.at());
  }

  private static String eventKind(BrokerMovement movement) {
    return switch (movement) {
      case BrokerMovement.Execution ignored -> "EXECUTION_BOOKED";
      case BrokerMovement.Exchange ignored -> "EXECUTION_BOOKED";
      case BrokerMovement.CashFlow ignored -> "CASH_BOOKED";
      case LedgerEntry.CashAdjustment ignored -> "BOOKS_ADJUSTED";
      case LedgerEntry.UnitsAdjustment ignored -> "BOOKS_ADJUSTED";
      case LedgerEntry ignored -> "ENTRY_BOOKED";
    };
  }

  /** A late fact changes what came after it, so everything is put in order again. */
  private Books booksWith(BrokerMovement stored) {
    if (books.isNext(stored)) {
      return books.with(stored);
    }
    List<BrokerMovement> all = new ArrayList<>(facts());
    all.add(stored);
    return Books.of(all);
  }

  /** Looks at what is really in the table, not at what was meant to be. */
  private void requireBalance(LedgerTransaction transaction) {
    List<Posting> written =
        LedgerTable.postings(handle, account, number - 1, number).getOrDefault(number, List.of());
    if (written.isEmpty() || !Ledger.balances(written)) {
      throw new BooksFault(
          "expected postings of transaction %d (%s) of %s that sum to zero, found %s"
              .formatted(number, transaction.sourceId(), account, Ledger.sums(written).values()));
    }
  }
}
