package dev.arduinotrader.portfolio.store;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerTransaction;
import dev.arduinotrader.portfolio.LedgerTransaction.Posting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The rows of tables ledger_transaction, posting and booked_movement. */
final class LedgerTable {
  private LedgerTable() {}

  /** A fact in the ledger. */
  record BookedFact(long number, String hash, BrokerMovement movement) {}

  static long lastNumber(Handle handle, AccountId account) {
    return handle
        .createQuery(
            "select coalesce(max(number), 0) from ledger_transaction where account_id = :account")
        .bind("account", account.value())
        .mapTo(Long.class)
        .one();
  }

  static void insert(
      Handle handle, AccountId account, LedgerTransaction transaction, BrokerMovement stored) {
    handle
        .createUpdate(
            "insert into ledger_transaction (account_id, number, source_id, kind,"
                + " effective_at_micros, booked_at_micros, description, movement_json,"
                + " movement_hash) values (:account, :number, :source, :kind, :effectiveAt,"
                + " :bookedAt, :description, :json, :hash)")
        .bind("account", account.value())
        .bind("number", transaction.number())
        .bind("source", transaction.sourceId())
        .bind("kind", transaction.kind())
        .bind("effectiveAt", CommonMessages.toMicros(transaction.effectiveAt()))
        .bind("bookedAt", CommonMessages.toMicros(transaction.bookedAt()))
        .bind("description", transaction.description())
        .bind("json", Movements.json(stored))
        .bind("hash", Movements.hash(stored))
        .execute();
    insertPostings(handle, account, transaction);
  }

  private static void insertPostings(
      Handle handle, AccountId account, LedgerTransaction transaction) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into posting (account_id, number, position, ledger_account, amount, currency,"
                + " isin, quantity) values (:account, :number, :position, :ledgerAccount, :amount,"
                + " :currency, :isin, :quantity)");
    for (int i = 0; i < transaction.postings().size(); i++) {
      Posting posting = transaction.postings().get(i);
      batch
          .bind("account", account.value())
          .bind("number", transaction.number())
          .bind("position", i + 1)
          .bind("ledgerAccount", posting.ledgerAccount())
          .bind("amount", posting.amount().amount().toPlainString())
          .bind("currency", posting.amount().currency().code())
          .bind("isin", text(posting.isin()))
          .bind("quantity", text(posting.quantity()))
          .add();
    }
    batch.execute();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  static void number(Handle handle, AccountId account, long sequence, String sourceId) {
    handle
        .createUpdate(
            "insert into booked_movement (account_id, sequence, source_id)"
                + " values (:account, :sequence, :source)")
        .bind("account", account.value())
        .bind("sequence", sequence)
        .bind("source", sourceId)
        .execute();
  }

  /** The fact with a broker's id. */
  static Optional<BookedFact> bySource(Handle handle, AccountId account, String sourceId) {
    return handle
        .createQuery(
            "select number, movement_hash, kind, movement_json from ledger_transaction"
                + " where account_id = :account and source_id = :source")
        .bind("account", account.value())
        .bind("source", sourceId)
        .map((row, context) -> fact(row))
        .findOne();
  }

  /** The fact that stood under a number of the outbox. */
  static Optional<BookedFact> bySequence(Handle handle, AccountId account, long sequence) {
    return handle
        .createQuery(
            "select t.number, t.movement_hash, t.kind, t.movement_json from booked_movement m"
                + " join ledger_transaction t"
                + " on t.account_id = m.account_id and t.source_id = m.source_id"
                + " where m.account_id = :account and m.sequence = :sequence")
        .bind("account", account.value())
        .bind("sequence", sequence)
        .map((row, context) -> fact(row))
        .findOne();
  }

  /** Every fact of an account, in the order in which it was booked. */
  static List<BookedFact> facts(Handle handle, AccountId account) {
    return factsAfter(handle, account, 0, Integer.MAX_VALUE);
  }

  /** The facts after a number, as many as asked for. */
  static List<BookedFact> factsAfter(Handle handle, AccountId account, long number, int limit) {
    return handle
        .createQuery(
            "select number, movement_hash, kind, movement_json from ledger_transaction"
                + " where account_id = :account and number > :after order by number limit :limit")
        .bind("account", account.value())
        .bind("after", number)
        .bind("limit", limit)
        .map((row, context) -> fact(row))
        .list();
  }

  private static BookedFact fact(ResultSet row) throws SQLException {
    return new BookedFact(
        row.getLong(1), row.getString(2), Movements.read(row.getString(3), row.getString(4)));
  }

  /** How many numbers of the outbox are booked, and the highest of them. */
  static long[] countAndHighestSequence(Handle handle, AccountId account) {
    return handle
        .createQuery(
            "select count(*), coalesce(max(sequence), 0) from booked_movement"
                + " where account_id = :account")
        .bind("account", account.value())
        .map((row, context) -> new long[] {row.getLong(1), row.getLong(2)})
        .one();
  }

  static List<LedgerTransaction> transactions(
      Handle handle, AccountId account, long afterNumber, int limit) {
    SortedMap<Long, LedgerTransaction> heads = new TreeMap<>();
    handle
        .createQuery(
            "select number, source_id, kind, effective_at_micros, booked_at_micros, description"
                + " from ledger_transaction where account_id = :account and number > :after"
                + " order by number limit :limit")
        .bind("account", account.value())
        .bind("after", afterNumber)
        .bind("limit", limit)
        .map((row, context) -> head(row))
        .forEach(head -> heads.put(head.number(), head));
    if (heads.isEmpty()) {
      return List.of();
    }
    SortedMap<Long, List<Posting>> postings =
        postings(handle, account, afterNumber, heads.lastKey());
    return heads.values().stream()
        .map(head -> withPostings(head, postings.getOrDefault(head.number(), List.of())))
        .toList();
  }

  private static LedgerTransaction head(ResultSet row) throws SQLException {
    return new LedgerTransaction(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        CommonMessages.fromMicros(row.getLong(4)),
        CommonMessages.fromMicros(row.getLong(5)),
        row.getString(6),
        List.of());
  }

  private static LedgerTransaction withPostings(LedgerTransaction head, List<Posting> postings) {
    return new LedgerTransaction(
        head.number(),
        head.sourceId(),
        head.kind(),
        head.effectiveAt(),
        head.bookedAt(),
        head.description(),
        postings);
  }

  /** The postings of transactions above one number up to another, in order. */
  static SortedMap<Long, List<Posting>> postings(
      Handle handle, AccountId account, long afterNumber, long lastNumber) {
    SortedMap<Long, List<Posting>> postings = new TreeMap<>();
    handle
        .createQuery(
            "select number, ledger_account, amount, currency, isin, quantity from posting"
                + " where account_id = :account and number > :after and number <= :last"
                + " order by number, position")
        .bind("account", account.value())
        .bind("after", afterNumber)
        .bind("last", lastNumber)
        .map((row, context) -> new NumberedPosting(row.getLong(1), posting(row)))
        .forEach(
            each ->
                postings
                    .computeIfAbsent(each.number(), number -> new ArrayList<>())
                    .add(each.posting()));
    return postings;
  }

  private record NumberedPosting(long number, Posting posting) {}

  private static Posting posting(ResultSet row) throws SQLException {
    String isin = row.getString(5);
    String quantity = row.getString(6);
    return new Posting(
        row.getString(2),
        Money.of(row.getString(3), Currency.of(row.getString(4))),
        isin == null ? null : Isin.of(isin),
        quantity == null ? null : Quantity.of(quantity));
  }
}
