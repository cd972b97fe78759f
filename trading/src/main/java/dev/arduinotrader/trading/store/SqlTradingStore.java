package dev.arduinotrader.trading.store;

import dev.arduinotrader.platform.event.EventLog;
import dev.arduinotrader.platform.event.EventSource;
import dev.arduinotrader.platform.sql.Database;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.platform.sql.Durability;
import dev.arduinotrader.platform.sql.Schema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;

/** Trading's state in one database. */
public final class SqlTradingStore implements TradingStore {
  private static final Schema SCHEMA = new Schema("trading", 5);

  private final Database database;
  private final EventLog events;

  private SqlTradingStore(Database database) {
    this.database = database;
    this.events = new EventLog(database);
  }

  /** Opens {@code directory/trading.db}, creating or migrating it. */
  public static SqlTradingStore open(Path directory) {
    return open(Databases.in(directory));
  }

  /**
   * Opens trading's store among these databases, creating or migrating it. Where that ended the
   * work of a silent process, every account gets a new epoch: what that one still tries is
   * outdated.
   */
  public static SqlTradingStore open(Databases databases) {
    SqlTradingStore store = new SqlTradingStore(databases.open(SCHEMA, Durability.FULL));
    if (store.database.wasTakenOver()) {
      store.write(
          book -> book.accounts().stream().map(a -> book.nextEpoch(a.accountId())).toList());
    }
    return store;
  }

  @Override
  public <T> T write(Function<TradingBook, T> work) {
    return database.write(handle -> work.apply(new SqlTradingBook(handle, events)));
  }

  @Override
  public <T> T read(Function<TradingBook, T> work) {
    return database.read(handle -> work.apply(new SqlTradingBook(handle, events)));
  }

  @Override
  public boolean isOwnedFor(Duration duration) {
    return database.isOwnedFor(duration);
  }

  @Override
  public EventSource events() {
    return events;
  }

  @Override
  public String check() {
    return database.check();
  }

  @Override
  public void close() {
    database.close();
  }
}
