package dev.arduinotrader.portfolio.store;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.event.EventLog;
import dev.arduinotrader.platform.sql.CommandLog;
import dev.arduinotrader.platform.sql.Database;
import dev.arduinotrader.platform.sql.Schema;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.Booking;
import dev.arduinotrader.portfolio.BookingReceipt;
import dev.arduinotrader.portfolio.BooksPage;
import dev.arduinotrader.portfolio.BooksQuery;
import dev.arduinotrader.portfolio.BooksVerification;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.BrokerStatement;
import dev.arduinotrader.portfolio.CreateAccount;
import dev.arduinotrader.portfolio.DailyValuation;
import dev.arduinotrader.portfolio.Entitlement;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.LedgerQuery;
import dev.arduinotrader.portfolio.LedgerTransaction;
import dev.arduinotrader.portfolio.PolicyQuery;
import dev.arduinotrader.portfolio.PolicyVersion;
import dev.arduinotrader.portfolio.PortfolioReason;
import dev.arduinotrader.portfolio.RecordMovements;
import dev.arduinotrader.portfolio.RecordReceipt;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.portfolio.StatementComparison;
import dev.arduinotrader.portfolio.UpdatePolicy;
import dev.arduinotrader.portfolio.model.Books;
import dev.arduinotrader.portfolio.model.BooksAudit;
import dev.arduinotrader.portfolio.model.Ledger;
import dev.arduinotrader.portfolio.model.StatementRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The portfolio's store in one database. */
public final class SqlPortfolioStore implements PortfolioStore {
  public static final Schema SCHEMA = new Schema("portfolio", 2);

  private static final Logger LOG = LoggerFactory.getLogger(SqlPortfolioStore.class);

  private final Database database;
  private final EventLog events;
  private final BookingTransaction.Poster poster;
  private final Map<AccountId, CachedBooks> cache = new ConcurrentHashMap<>();
  private final Set<String> alerted = ConcurrentHashMap.newKeySet();
  private volatile @Nullable String latch;

  /** Books up to a transaction; the higher number is the newer. */
  private record CachedBooks(long lastNumber, Books books) {
    CachedBooks newer(CachedBooks other) {
      return other.lastNumber > lastNumber ? other : this;
    }
  }

  public SqlPortfolioStore(Database database, EventLog events) {
    this(database, events, Ledger::post);
  }

  SqlPortfolioStore(Database database, EventLog events, BookingTransaction.Poster poster) {
    this.database = database;
    this.events = events;
    this.poster = poster;
  }

  @Override
  public Result<Account> createAccount(
      CreateAccount command, InvestmentPolicy policy, String author, Instant now) {
    Account wanted =
        new Account(
            command.accountId(),
            command.baseCurrency(),
            command.broker(),
            command.environment(),
            now.truncatedTo(ChronoUnit.MICROS));
    return writing(
        handle ->
            CommandLog.once(
                handle,
                command.accountId(),
                command.commandId(),
                command,
                Account.class,
                now,
                () ->
                    open(handle, wanted, new PolicyVersion(1, author, wanted.openedAt(), policy))));
  }

  private Result<Account> open(Handle handle, Account wanted, PolicyVersion policy) {
    Optional<Account> existing =
        AccountTable.find(handle, wanted.accountId()).map(AccountTable.Row::account);
    if (existing.isPresent()) {
      return isSame(existing.get(), wanted)
          ? Result.success(existing.get())
          : PortfolioReason.ACCOUNT_EXISTS.failure(
              "account %s was opened as %s %s in %s\nMaybe choose another id."
                  .formatted(
                      wanted.accountId(),
                      existing.get().broker(),
                      existing.get().environment(),
                      existing.get().baseCurrency()));
    }
    AccountTable.insert(handle, wanted);
    PolicyTable.insert(handle, wanted.accountId(), policy);
    events.append(
        handle,
        wanted.accountId(),
        wanted.openedAt(),
        "ACCOUNT_OPENED",
        "Opened account " + wanted.accountId() + " in " + wanted.baseCurrency(),
        wanted);
    return Result.success(wanted);
  }

  private static boolean isSame(Account existing, Account wanted) {
    return existing.baseCurrency().equals(wanted.baseCurrency())
        && existing.broker().equals(wanted.broker())
        && existing.environment() == wanted.environment();
  }

  @Override
  public List<Account> accounts() {
    return database.read(AccountTable::all);
  }

  @Override
  public Optional<AccountState> state(AccountId account) {
    return database.read(
        handle ->
            AccountTable.find(handle, account)
                .map(
                    row ->
                        new AccountState(
                            row.account(),
                            row.bookedSequence(),
                            books(handle, account),
                            PolicyTable.newest(handle, account))));
  }

  /** The books as of this handle's transaction, from memory where that is as far. */
  private Books books(Handle handle, AccountId account) {
    long lastNumber = LedgerTable.lastNumber(handle, account);
    CachedBooks cached = cache.get(account);
    if (cached != null && cached.lastNumber() == lastNumber) {
      return cached.books();
    }
    Books books = Books.of(movements(LedgerTable.facts(handle, account)));
    cache.merge(account, new CachedBooks(lastNumber, books), CachedBooks::newer);
    return books;
  }

  private static List<BrokerMovement> movements(List<LedgerTable.BookedFact> facts) {
    return facts.stream().map(LedgerTable.BookedFact::movement).toList();
  }

  @Override
  public Result<BookingReceipt> book(AccountId account, Booking booking, Instant now) {
    return booking(account, now, (handle, transaction) -> transaction.book(booking));
  }

  @Override
  public Result<RecordReceipt> record(AccountId account, RecordMovements command, Instant now) {
    return booking(
        account,
        now,
        (handle, transaction) ->
            command.dryRun()
                ? transaction.record(command)
                : CommandLog.once(
                    handle,
                    account,
                    command.commandId(),
                    command,
                    RecordReceipt.class,
                    now,
                    () -> transaction.record(command)));
  }

  @Override
  public Result<StatementComparison> reconcile(
      AccountId account,
      BrokerStatement statement,
      Function<Isin, Optional<Currency>> currencyOf,
      Instant now) {
    Optional<Result<StatementComparison>> atOnce =
        database.read(handle -> withoutWriting(handle, account, statement));
    return atOnce.orElseGet(
        () ->
            booking(
                account,
                now,
                (handle, transaction) -> {
                  Optional<Result<StatementComparison>> refusal =
                      StatementTransaction.refusal(
                          account, transaction.bookedSequence(), statement);
                  return refusal.orElseGet(
                      () ->
                          Result.success(
                              new StatementTransaction(handle, account, transaction, currencyOf)
                                  .reconcile(statement)));
                }));
  }

  /** The answer to a statement that changes nothing, empty when it may. */
  private Optional<Result<StatementComparison>> withoutWriting(
      Handle handle, AccountId account, BrokerStatement statement) {
    long booked =
        AccountTable.find(handle, account).map(AccountTable.Row::bookedSequence).orElse(0L);
    Optional<Result<StatementComparison>> refusal =
        StatementTransaction.refusal(account, booked, statement);
    boolean nothingDiffers =
        StatementRules.differences(books(handle, account), statement).isEmpty()
            && StatementTable.lastItems(handle, account).isEmpty();
    return refusal.isPresent() || !nothingDiffers
        ? refusal
        : Optional.of(Result.success(new StatementComparison(true, List.of())));
  }

  /** One transaction of an account's books; the books in memory follow when it is committed. */
  private <T> Result<T> booking(
      AccountId account, Instant now, BiFunction<Handle, BookingTransaction, Result<T>> work) {
    return writing(
        handle -> {
          Optional<AccountTable.Row> row = AccountTable.find(handle, account);
          if (row.isEmpty()) {
            return PortfolioReason.ACCOUNT_UNKNOWN.failure("no account " + account);
          }
          BookingTransaction transaction =
              new BookingTransaction(
                  handle,
                  row.get(),
                  books(handle, account),
                  events,
                  poster,
                  now.truncatedTo(ChronoUnit.MICROS));
          Result<T> outcome = work.apply(handle, transaction);
          CachedBooks after = new CachedBooks(transaction.lastNumber(), transaction.books());
          handle.afterCommit(() -> cache.merge(account, after, CachedBooks::newer));
          return outcome;
        });
  }

  @Override
  public List<BrokerMovement> movements(AccountId account) {
    return database.read(handle -> movements(LedgerTable.facts(handle, account)));
  }

  @Override
  public BooksPage booksPage(AccountId account, BooksQuery query) {
    return database.read(
        handle ->
            new BooksPage(
                movements(LedgerTable.factsAfter(handle, account, query.skip(), query.limit())),
                Math.toIntExact(LedgerTable.lastNumber(handle, account))));
  }

  @Override
  public List<PolicyVersion> policies(AccountId account, PolicyQuery query) {
    return database.read(handle -> PolicyTable.before(handle, account, query));
  }

  @Override
  public List<DailyValuation> valuations(AccountId account, LocalDate from, LocalDate to) {
    return database.read(handle -> ValuationTable.between(handle, account, from, to));
  }

  @Override
  public Result<Done> keepValuations(AccountId account, List<DailyValuation> days, long entries) {
    return writing(
        handle -> {
          if (LedgerTable.lastNumber(handle, account) == entries) {
            ValuationTable.keep(handle, account, days);
          }
          return Result.success(Done.DONE);
        });
  }

  @Override
  public Result<Done> alert(AccountId account, List<Entitlement> entitlements, Instant now) {
    List<Entitlement> fresh =
        entitlements.stream().filter(each -> !alerted.contains(alertId(account, each))).toList();
    if (fresh.isEmpty()) {
      return Result.success(Done.DONE);
    }
    return writing(
        handle -> {
          fresh.forEach(each -> alertOnce(handle, account, each, now));
          handle.afterCommit(() -> fresh.forEach(each -> alerted.add(alertId(account, each))));
          return Result.success(Done.DONE);
        });
  }

  /**
   * The command log remembers that an entitlement was told of; what it said then does not count.
   */
  private void alertOnce(Handle handle, AccountId account, Entitlement entitlement, Instant now) {
    CommandLog.once(
        handle,
        account,
        CommandId.of(alertId(account, entitlement)),
        new Told(entitlement.state()),
        Told.class,
        now,
        () -> {
          events.append(
              handle,
              account,
              now,
              "ENTITLEMENT_" + entitlement.state(),
              entitlement.note(),
              entitlement);
          return Result.success(new Told(entitlement.state()));
        });
  }

  /** That an alert was written. */
  private record Told(Entitlement.State state) {}

  private static String alertId(AccountId account, Entitlement entitlement) {
    return "entitlement-%s-%s-%s-%s-%s"
        .formatted(
            account,
            entitlement.isin(),
            entitlement.exDate(),
            entitlement.kind(),
            entitlement.state());
  }

  @Override
  public List<LedgerTransaction> ledger(AccountId account, LedgerQuery query) {
    return database.read(
        handle ->
            LedgerTable.transactions(handle, account, query.afterTransaction(), query.limit()));
  }

  @Override
  public BooksVerification verify(AccountId account) {
    return database.read(
        handle -> {
          List<LedgerTransaction> transactions =
              LedgerTable.transactions(handle, account, 0, Integer.MAX_VALUE);
          List<LedgerTable.BookedFact> facts = LedgerTable.facts(handle, account);
          List<String> faults = new ArrayList<>(BooksAudit.faults(transactions, movements(facts)));
          addFactFaults(faults, facts);
          addSequenceFaults(faults, handle, account);
          if (!books(handle, account).equals(Books.of(movements(facts)))) {
            faults.add("the books in memory differ from those in the file");
          }
          latched().ifPresent(faults::add);
          long postings = transactions.stream().mapToLong(t -> t.postings().size()).sum();
          return new BooksVerification(transactions.size(), postings, faults);
        });
  }

  private static void addFactFaults(List<String> faults, List<LedgerTable.BookedFact> facts) {
    for (LedgerTable.BookedFact fact : facts) {
      if (!Movements.hash(fact.movement()).equals(fact.hash())) {
        faults.add("transaction " + fact.number() + ": the broker's fact was changed");
      }
    }
  }

  private static void addSequenceFaults(List<String> faults, Handle handle, AccountId account) {
    long booked =
        AccountTable.find(handle, account).map(AccountTable.Row::bookedSequence).orElse(0L);
    long[] countAndHighest = LedgerTable.countAndHighestSequence(handle, account);
    if (countAndHighest[0] != booked || countAndHighest[1] != booked) {
      faults.add(
          "expected outbox numbers 1 to %d to be booked, found %d of them up to %d"
              .formatted(booked, countAndHighest[0], countAndHighest[1]));
    }
  }

  @Override
  public Result<PolicyVersion> updatePolicy(
      AccountId account, UpdatePolicy command, Result<Done> verdict, String author, Instant now) {
    return writing(
        handle ->
            CommandLog.once(
                handle,
                account,
                command.commandId(),
                command,
                PolicyVersion.class,
                now,
                () -> verdict.then(done -> change(handle, account, command, author, now))));
  }

  private Result<PolicyVersion> change(
      Handle handle, AccountId account, UpdatePolicy command, String author, Instant now) {
    PolicyVersion newest = PolicyTable.newest(handle, account);
    if (newest.version() != command.basedOnVersion()) {
      return PortfolioReason.POLICY_CHANGED.failure(
          "expected a change of version %d, which %s set, found one of version %d\nMaybe read it again."
              .formatted(newest.version(), newest.author(), command.basedOnVersion()));
    }
    Instant since = now.truncatedTo(ChronoUnit.MICROS);
    PolicyVersion next = new PolicyVersion(newest.version() + 1, author, since, command.policy());
    PolicyTable.insert(handle, account, next);
    events.append(
        handle,
        account,
        since,
        "POLICY_CHANGED",
        author + " set version " + next.version() + " of the policy",
        next);
    return Result.success(next);
  }

  @Override
  public Result<Done> keepSnapshot(Snapshot snapshot, Instant now) {
    return writing(
        handle -> {
          SnapshotTable.keep(handle, snapshot, now, SNAPSHOTS_MAX);
          return Result.success(Done.DONE);
        });
  }

  @Override
  public Optional<Snapshot> findSnapshot(AccountId account, String snapshotId) {
    return database.read(handle -> SnapshotTable.find(handle, account, snapshotId));
  }

  @Override
  public Optional<String> latched() {
    return Optional.ofNullable(latch);
  }

  /** One transaction; a failed check of the books ends all writing. */
  private <T> Result<T> writing(Function<Handle, Result<T>> work) {
    Optional<String> latched = latched();
    if (latched.isPresent()) {
      return refusal(latched.get());
    }
    try {
      return database.write(work);
    } catch (BooksFault e) {
      String fault = String.valueOf(e.getMessage());
      latch = fault;
      LOG.error("the books failed their check and are read-only from now on", e);
      return refusal(fault);
    }
  }

  private static <T> Result<T> refusal(String fault) {
    return PortfolioReason.BOOKS_LATCHED.failure(
        "books failed their check and are read-only: "
            + fault
            + "\nMaybe verify the books, and restart once the cause is known.");
  }
}
