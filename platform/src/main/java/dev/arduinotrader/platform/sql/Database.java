package dev.arduinotrader.platform.sql;

import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * One SQLite file: many readers, one writer at a time. Every write is one transaction that is
 * either wholly there afterwards or not at all.
 */
public final class Database implements AutoCloseable {
  private static final int BUSY_TIMEOUT_MILLIS = 5_000;
  private static final int IDLE_READERS_MAX = 8;

  private final Path file;
  private final Jdbi writing;
  private final Jdbi reading;
  private final Handle writer;
  private final ReentrantLock writeLock = new ReentrantLock();
  private final ConcurrentLinkedDeque<Handle> idleReaders = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  private Database(Path file, Durability durability) {
    this.file = file;
    this.writing = Jdbi.create(source(file, durability, SQLiteConfig.TransactionMode.IMMEDIATE));
    this.reading = Jdbi.create(source(file, durability, SQLiteConfig.TransactionMode.DEFERRED));
    this.writer = writing.open();
  }

  /**
   * Opens {@code directory/<schema>.db}, creating or migrating it where its version differs.
   *
   * @throws org.flywaydb.core.api.FlywayException when a migration fails; the file is as before
   */
  public static Database open(Path directory, Schema schema, Durability durability) {
    Path file = directory.resolve(schema.name() + ".db");
    Database database = new Database(file, durability);
    try {
      if (database.version() != schema.version()) {
        Flyway.configure()
            .dataSource(source(file, durability, SQLiteConfig.TransactionMode.DEFERRED))
            .locations("classpath:db/platform", "classpath:db/" + schema.name())
            .load()
            .migrate();
      }
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static SQLiteDataSource source(
      Path file, Durability durability, SQLiteConfig.TransactionMode mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(
        durability == Durability.FULL
            ? SQLiteConfig.SynchronousMode.FULL
            : SQLiteConfig.SynchronousMode.NORMAL);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    config.enforceForeignKeys(true);
    config.setTransactionMode(mode);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /** The version of the newest service migration in the file, 0 in a new file. */
  private int version() {
    boolean migrated =
        writer
                .createQuery(
                    "select count(*) from sqlite_master where name = 'flyway_schema_history'")
                .mapTo(Integer.class)
                .one()
            > 0;
    if (!migrated) {
      return 0;
    }
    return writer
        .createQuery(
            "select max(cast(version as integer)) from flyway_schema_history where success = 1")
        .mapTo(Integer.class)
        .findOne()
        .orElse(0);
  }

  /** Runs one transaction that may write; others wait. Throwing rolls everything back. */
  public <T> T write(Function<Handle, T> work) {
    writeLock.lock();
    try {
      if (writer.isInTransaction()) {
        throw new IllegalStateException("a write inside a write: pass the handle on instead");
      }
      return writer.inTransaction(work::apply);
    } finally {
      writeLock.unlock();
    }
  }

  /** As {@link #write}, for work without a value. */
  public void writing(Consumer<Handle> work) {
    this.<Boolean>write(
        handle -> {
          work.accept(handle);
          return true;
        });
  }

  /** Reads one consistent state of the file; never waits for a writer. */
  public <T> T read(Function<Handle, T> work) {
    Handle idle = idleReaders.poll();
    Handle reader = idle == null ? reading.open() : idle;
    boolean reusable = false;
    try {
      T value = reader.inTransaction(work::apply);
      reusable = true;
      return value;
    } finally {
      if (reusable && !closed && idleReaders.size() < IDLE_READERS_MAX) {
        idleReaders.push(reader);
      } else {
        reader.close();
      }
    }
  }

  /** Tries the file: a read and the integrity of its first page. */
  public String check() {
    return read(handle -> handle.createQuery("pragma quick_check(1)").mapTo(String.class).one());
  }

  public Path file() {
    return file;
  }

  @Override
  public void close() {
    closed = true;
    writeLock.lock();
    try {
      for (Handle reader = idleReaders.poll(); reader != null; reader = idleReaders.poll()) {
        reader.close();
      }
      writer.close();
    } finally {
      writeLock.unlock();
    }
  }
}
