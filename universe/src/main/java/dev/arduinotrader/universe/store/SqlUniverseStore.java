package dev.arduinotrader.universe.store;

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
import dev.arduinotrader.platform.sql.Durability;
import dev.arduinotrader.platform.sql.Schema;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SecurityDetails;
import dev.arduinotrader.universe.SecurityField;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.facts.SecuritySheet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The universe in one SQLite file, with the series used last in memory. */
public final class SqlUniverseStore implements UniverseStore {
  private static final Schema SCHEMA = new Schema("universe", 2);

  /** About 20 bytes a bar: 20 MB, or 100 securities of 40 years. */
  private static final long CACHED_BARS_MAX = 1_000_000;

  private final Database database;
  private final EventLog events;
  private final SeriesCache cache = new SeriesCache(CACHED_BARS_MAX);
  private volatile @Nullable Catalog catalog;
  private volatile MarketChoice choice;

  private SqlUniverseStore(Database database) {
    this.database = database;
    this.events = new EventLog(database);
    this.choice = database.read(SqlUniverseStore::readChoice);
  }

  /** Opens {@code directory/universe.db}, creating or migrating it. */
  public static SqlUniverseStore open(Path directory) {
    // Prices can be imported again: no commit here needs to outlive a power cut.
    return new SqlUniverseStore(Database.open(directory, SCHEMA, Durability.NORMAL));
  }

  private Catalog catalog() {
    Catalog known = catalog;
    if (known == null) {
      long generation = cache.generation();
      known = new Catalog(database.read(SheetTable::all));
      if (generation == cache.generation()) {
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
    return series(isin.value());
  }

  @Override
  public Optional<BarSeries> rates(Currency currency) {
    return series(rateKey(currency));
  }

  private Optional<BarSeries> series(String key) {
    Optional<BarSeries> cached = cache.get(key);
    if (cached.isPresent()) {
      return cached;
    }
    long generation = cache.generation();
    Optional<BarSeries> stored =
        database.read(h -> SeriesTable.read(h, key, SeriesTable.Depth.CLOSES_AND_OPENS));
    stored.ifPresent(found -> cache.put(key, found, generation));
    return stored;
  }

  private static String rateKey(Currency currency) {
    return "EUR/" + currency;
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
    return count + " securities in " + database.file().getFileName();
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
    try {
      // Thrown, not returned, so that a refusal takes everything back that came before it.
      T value =
          database.write(
              handle -> {
                Change change = new SqlChange(handle, command);
                return once(handle, command, type, () -> work.apply(change)).orElseThrow();
              });
      return Result.success(value);
    } catch (ProblemException e) {
      return Result.failure(e.problem());
    } finally {
      cache.clear();
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
            outcome.add(work.apply(new SqlChange(handle, command)));
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

  private static <T> Result<T> once(
      Handle handle, Command command, Class<T> type, java.util.function.Supplier<Result<T>> work) {
    return CommandLog.once(
        handle, command.account(), command.id(), command.request(), type, command.now(), work);
  }

  private static MarketChoice readChoice(Handle handle) {
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

  private final class SqlChange implements Change {
    private final Handle handle;
    private final Command command;

    private SqlChange(Handle handle, Command command) {
      this.handle = handle;
      this.command = command;
    }

    @Override
    public Optional<Security> security(Isin isin) {
      return SecurityTable.find(handle, isin);
    }

    @Override
    public Optional<Security> listed(String exchange, String symbol) {
      return SecurityTable.listed(handle, exchange, symbol);
    }

    @Override
    public Optional<SecuritySheet> sheet(Isin isin) {
      return SheetTable.find(handle, isin);
    }

    @Override
    public void put(SecuritySheet sheet) {
      SheetTable.put(handle, sheet);
      SecurityTable.put(handle, sheet.security());
    }

    @Override
    public List<Isin> stating(SecurityField field, String value) {
      return SheetTable.withValue(handle, field, value);
    }

    @Override
    public Optional<Isin> ofAlias(String alias) {
      return SheetTable.ofAlias(handle, alias);
    }

    @Override
    public void move(Isin from, Isin to) {
      IsinMove.move(handle, from, to);
    }

    @Override
    public Instant now() {
      return command.now();
    }

    @Override
    public Optional<BarSeries> bars(Isin isin) {
      return SeriesTable.read(handle, isin.value(), SeriesTable.Depth.ALL);
    }

    @Override
    public void putBars(Isin isin, BarSeries series) {
      SeriesTable.write(handle, isin.value(), series);
    }

    @Override
    public Optional<BarSeries> rates(Currency currency) {
      return SeriesTable.read(handle, rateKey(currency), SeriesTable.Depth.ALL);
    }

    @Override
    public void putRates(Currency currency, BarSeries series) {
      SeriesTable.write(handle, rateKey(currency), series);
    }

    @Override
    public MarketChoice choice() {
      return readChoice(handle);
    }

    @Override
    public void choose(MarketChoice.Imported imported) {
      putChoice("IMPORTED", 0, Instant.EPOCH);
    }

    @Override
    public void choose(MarketChoice.Sample sample) {
      putChoice("SAMPLE", sample.seed(), sample.syncedUntil());
    }

    private void putChoice(String kind, long seed, Instant syncedUntil) {
      handle
          .createUpdate(
              "insert or replace into market (id, kind, seed, synced_until_micros)"
                  + " values (1, :kind, :seed, :until)")
          .bind("kind", kind)
          .bind("seed", seed)
          .bind("until", CommonMessages.toMicros(syncedUntil))
          .execute();
    }

    @Override
    public void tell(String kind, String summary, Object details) {
      events.append(handle, command.account(), command.now(), kind, summary, details);
    }
  }
}
