package dev.arduinotrader.universe.store;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.ProblemException;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.event.EventLog;
import dev.arduinotrader.platform.event.EventSource;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.sql.CommandLog;
import dev.arduinotrader.platform.sql.Database;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.platform.sql.Durability;
import dev.arduinotrader.platform.sql.Schema;
import dev.arduinotrader.universe.FindingPage;
import dev.arduinotrader.universe.FindingQuery;
import dev.arduinotrader.universe.Fundamental;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SecurityDetails;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.RecordedAction;
import dev.arduinotrader.universe.model.SourceRanking;
import dev.arduinotrader.universe.model.StampedBars;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The universe in one database, with the series used last in memory. */
public final class SqlUniverseStore implements UniverseStore {
  private static final Schema SCHEMA = new Schema("universe", 9);

  private final Database database;
  private final EventLog events;
  private final StoredSeries series;
  private final AtomicLong changes = new AtomicLong();
  private volatile @Nullable Catalog catalog;
  private volatile MarketChoice choice;

  private SqlUniverseStore(Database database) {
    this.database = database;
    this.events = new EventLog(database);
    this.series = new StoredSeries(database);
    this.choice = database.read(SqlUniverseStore::readChoice);
  }

  /** Opens {@code directory/universe.db}, creating or migrating it. */
  public static SqlUniverseStore open(Path directory) {
    return open(Databases.in(directory));
  }

  /** Opens the store among these databases, creating or migrating it. */
  public static SqlUniverseStore open(Databases databases) {
    // Prices can be imported again: no commit here needs to outlive a power cut.
    return new SqlUniverseStore(databases.open(SCHEMA, Durability.NORMAL));
  }

  private Catalog catalog() {
    Catalog known = catalog;
    if (known == null) {
      long change = changes.get();
      known = new Catalog(database.read(SheetTable::all));
      if (change == changes.get()) {
        catalog = known;
      }
    }
    return known;
  }

  @Override
  public List<Security> securities() {
    return catalog().active();
  }

  @Override
  public Optional<Security> security(Isin isin) {
    return details(isin).map(SecurityDetails::security);
  }

  @Override
  public List<SecurityDetails> details() {
    return catalog().details();
  }

  @Override
  public Optional<SecurityDetails> details(Isin isin) {
    return catalog().find(isin);
  }

  @Override
  public Optional<BarSeries> bars(Isin isin) {
    return series.bars(isin);
  }

  @Override
  public List<String> sources(Isin isin) {
    return series.sources(isin);
  }

  @Override
  public List<String> sources() {
    return series.ranking().sorted(database.read(SourceTable::all));
  }

  @Override
  public Optional<StampedBars> allBars(Isin isin, String sourceName) {
    return series.all(isin, sourceName);
  }

  @Override
  public SourceRanking ranking() {
    return series.ranking();
  }

  @Override
  public List<RecordedAction> actions(Isin isin) {
    return series.actions(isin);
  }

  @Override
  public List<Fundamental> fundamentals(Isin isin, Instant now) {
    return database.read(handle -> FundamentalTable.known(handle, isin, now));
  }

  @Override
  public Optional<KnownQuote> latestQuote(Isin isin, Instant until) {
    return database.read(handle -> QuoteTable.latest(handle, isin, until));
  }

  @Override
  public Optional<KnownQuote> firstQuoteAfter(Isin isin, Instant after, Instant until) {
    return database.read(handle -> QuoteTable.firstAfter(handle, isin, after, until));
  }

  @Override
  public Optional<BarSeries> rates(Currency currency) {
    return series.rates(currency);
  }

  @Override
  public FindingPage findings(FindingQuery query) {
    return database.read(handle -> FindingTable.page(handle, query));
  }

  @Override
  public MarketChoice choice() {
    return choice;
  }

  @Override
  public EventSource events() {
    return events;
  }

  @Override
  public String check() {
    int count =
        database.read(
            handle ->
                handle.createQuery("select count(*) from security").mapTo(Integer.class).one());
    database.checkWriting();
    return count + " securities in " + database.name();
  }

  @Override
  public Optional<LocalDate> newestDay() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select substr(days, length(days) - 3) from series_year"
                        + " where series_key not like '%/%' and length(days) >= 4 and year ="
                        + " (select max(year) from series_year where series_key not like '%/%')")
                .mapTo(byte[].class)
                .stream()
                .map(last -> LocalDate.ofEpochDay(ByteBuffer.wrap(last).getInt()))
                .max(Comparator.naturalOrder()));
  }

  @Override
  public <T> Optional<Result<T>> answered(Command command, Class<T> type) {
    Problem unseen = CommonReason.NOT_FOUND.problem("the command is new");
    Result<T> answer =
        database.read(handle -> once(handle, command, type, () -> Result.failure(unseen)));
    boolean isNew = answer instanceof Result.Failure<T>(Problem problem) && problem.equals(unseen);
    return isNew ? Optional.empty() : Optional.of(answer);
  }

  @Override
  public <T> Result<T> change(Command command, Class<T> type, Function<Change, Result<T>> work) {
    return transaction(
        (handle, touched) -> {
          Change change = new SqlChange(handle, command.account(), command.now(), events, touched);
          return once(handle, command, type, () -> work.apply(change)).orElseThrow();
        });
  }

  @Override
  public <T> Result<T> write(AccountId account, Instant now, Function<Change, Result<T>> work) {
    return transaction(
        (handle, touched) ->
            work.apply(new SqlChange(handle, account, now, events, touched)).orElseThrow());
  }

  /** The work throws its refusal, so that everything is taken back that came before it. */
  private <T> Result<T> transaction(BiFunction<Handle, Touched, T> work) {
    Touched touched = new Touched();
    try {
      return Result.success(database.write(handle -> work.apply(handle, touched)));
    } catch (ProblemException e) {
      return Result.failure(e.problem());
    } finally {
      changes.incrementAndGet();
      series.forget(touched);
      catalog = null;
      choice = database.read(SqlUniverseStore::readChoice);
    }
  }

  @Override
  public <T> Result<T> rehearse(Command command, Function<Change, Result<T>> work) {
    List<Result<T>> outcome = new ArrayList<>();
    try {
      database.writing(
          handle -> {
            outcome.add(
                work.apply(
                    new SqlChange(
                        handle, command.account(), command.now(), events, new Touched())));
            throw new TakenBack();
          });
    } catch (TakenBack e) {
      return outcome.getFirst();
    }
    throw new IllegalStateException("expected a rehearsal to be taken back, found it written");
  }

  /** Ends a transaction that must leave nothing behind. */
  private static final class TakenBack extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TakenBack() {
      super("a rehearsal", null, false, false);
    }
  }

  @Override
  public SourceStore sourceStore() {
    return new SourceSettingTable(database);
  }

  private static <T> Result<T> once(
      Handle handle, Command command, Class<T> type, java.util.function.Supplier<Result<T>> work) {
    return CommandLog.once(
        handle, command.account(), command.id(), command.request(), type, command.now(), work);
  }

  static MarketChoice readChoice(Handle handle) {
    return handle
        .createQuery("select kind, seed, synced_until_micros from market")
        .<MarketChoice>map(
            (row, context) ->
                row.getString(1).equals("SAMPLE")
                    ? new MarketChoice.Sample(
                        row.getLong(2), CommonMessages.fromMicros(row.getLong(3)))
                    : new MarketChoice.Imported())
        .findOne()
        .orElseGet(MarketChoice.Undecided::new);
  }

  @Override
  public void close() {
    database.close();
  }
}
