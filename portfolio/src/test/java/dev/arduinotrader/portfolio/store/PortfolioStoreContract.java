package dev.arduinotrader.portfolio.store;

import static dev.arduinotrader.portfolio.MovementsOf.deposit;
import static dev.arduinotrader.portfolio.MovementsOf.money;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.platform.event.EventLog;
import dev.arduinotrader.platform.sql.Database;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.platform.sql.Durability;
import dev.arduinotrader.portfolio.Booking;
import dev.arduinotrader.portfolio.CreateAccount;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.LedgerQuery;
import dev.arduinotrader.portfolio.LedgerTransaction.Posting;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.portfolio.model.Books;
import dev.arduinotrader.portfolio.model.DefaultPolicy;
import dev.arduinotrader.portfolio.model.Ledger;
import dev.arduinotrader.portfolio.model.Market;
import dev.arduinotrader.portfolio.model.SnapshotBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for the store on whichever database. */
abstract class PortfolioStoreContract {
  private static final AccountId ACCOUNT = AccountId.of("paper-1");
  private static final Instant NOW = Instant.parse("2023-05-26T22:00:00Z");

  private Database database;

  /** An empty place for the store. */
  abstract Databases databases(Path directory);

  @BeforeEach
  void open(@TempDir Path directory) {
    database = databases(directory).open(SqlPortfolioStore.SCHEMA, Durability.FULL);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private SqlPortfolioStore store(BookingTransaction.Poster poster) {
    SqlPortfolioStore store = new SqlPortfolioStore(database, new EventLog(database), poster);
    store
        .createAccount(
            new CreateAccount(
                CommandId.of("open"), ACCOUNT, Currency.EUR, "paper", Environment.PAPER),
            DefaultPolicy.of(Currency.EUR, Environment.PAPER),
            "test",
            NOW)
        .orElseThrow();
    return store;
  }

  @Test
  void postingsThatDoNotBalanceAreRolledBackAndEndAllWriting() {
    SqlPortfolioStore store =
        store(
            (before, after, movement) -> {
              List<Posting> postings = new ArrayList<>(Ledger.post(before, after, movement));
              if (movement.sourceId().equals("m-2")) {
                postings.add(new Posting("assets:cash", money("0.01", "EUR"), null, null));
              }
              return postings;
            });
    store.book(ACCOUNT, new Booking(1, List.of(deposit(1, "10", "EUR"))), NOW).orElseThrow();
    assertThat(
            store
                .book(
                    ACCOUNT,
                    new Booking(1, List.of(deposit(2, "10", "EUR"), deposit(3, "10", "EUR"))),
                    NOW)
                .problemOrThrow()
                .code())
        .isEqualTo("BOOKS_LATCHED");
    assertThat(store.latched()).isPresent();
    assertThat(store.ledger(ACCOUNT, new LedgerQuery(0, 10))).hasSize(1);
    assertThat(store.state(ACCOUNT).orElseThrow().books().cash(Currency.EUR))
        .isEqualTo(money("10", "EUR"));
    assertThat(store.state(ACCOUNT).orElseThrow().bookedSequence()).isEqualTo(1);
    assertThat(
            store
                .book(ACCOUNT, new Booking(1, List.of(deposit(3, "10", "EUR"))), NOW)
                .problemOrThrow()
                .code())
        .isEqualTo("BOOKS_LATCHED");
    assertThat(store.verify(ACCOUNT).balanced()).isFalse();
  }

  @Test
  void verificationFindsWhatWasChangedBehindItsBack() {
    SqlPortfolioStore store = store(Ledger::post);
    store.book(ACCOUNT, new Booking(1, List.of(deposit(1, "10", "EUR"))), NOW).orElseThrow();
    assertThat(store.verify(ACCOUNT).faults()).isEmpty();
    database.writing(
        handle ->
            handle.execute(
                "update posting set amount = '11.00' where ledger_account = 'assets:cash'"));
    assertThat(store.verify(ACCOUNT).faults())
        .containsExactly(
            "transaction 1: expected postings that sum to zero, found 1.00 EUR",
            "assets:cash: the movements give 10.00 EUR, the postings 11.00 EUR");
    database.writing(
        handle ->
            handle.execute(
                "update ledger_transaction set movement_json ="
                    + " replace(movement_json, '10.00', '12.00')"));
    assertThat(store.verify(ACCOUNT).faults())
        .contains("transaction 1: the broker's fact was changed");
  }

  @Test
  void keepsTheNewestSnapshotsOnly() {
    SqlPortfolioStore store = store(Ledger::post);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Snapshot snapshot = snapshot(store, NOW.plusSeconds(i));
      ids.add(snapshot.snapshotId());
      database.writing(handle -> SnapshotTable.keep(handle, snapshot, NOW, 3));
    }
    assertThat(ids)
        .extracting(id -> store.findSnapshot(ACCOUNT, id).isPresent())
        .containsExactly(false, false, true, true, true);
    store.keepSnapshot(snapshot(store, NOW.plusSeconds(4)), NOW).orElseThrow();
    assertThat(store.findSnapshot(ACCOUNT, ids.get(4)))
        .contains(snapshot(store, NOW.plusSeconds(4)));
    assertThat(store.findSnapshot(AccountId.of("other"), ids.get(4))).isEmpty();
  }

  private static Snapshot snapshot(SqlPortfolioStore store, Instant now) {
    AccountState state = store.state(ACCOUNT).orElseThrow();
    return SnapshotBuilder.build(
        ACCOUNT,
        now,
        Books.empty(),
        OpenExposure.NONE,
        new Market(Currency.EUR, List.of(), List.of(), Map.of()),
        state.policy());
  }
}
