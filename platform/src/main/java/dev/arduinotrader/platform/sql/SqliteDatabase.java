package dev.arduinotrader.platform.sql;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** One SQLite file. */
final class SqliteDatabase extends Database {
  private static final int BUSY_TIMEOUT_MILLIS = 5_000;
  private static final int IDLE_READERS_MAX = 8;
  private static final long READERS_WAIT_SECONDS = 10;

  private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);

  private final Path file;
  private final Jdbi reading;
  private final Handle writer;
  private final ConcurrentLinkedDeque<Handle> idleReaders = new ConcurrentLinkedDeque<>();

  /** Shared by those who read, taken whole by the one who closes. */
  private final ReentrantReadWriteLock openness = new ReentrantReadWriteLock();

  private volatile boolean closed;

  private SqliteDatabase(Path file, Durability durability) {
    this.file = file;
    this.reading = Jdbi.create(source(file, durability, SQLiteConfig.TransactionMode.DEFERRED));
    this.writer =
        Jdbi.create(source(file, durability, SQLiteConfig.TransactionMode.IMMEDIATE)).open();
  }

  static Database openFile(Path directory, Schema schema, Durability durability) {
    Path file = directory.resolve(schema.name() + ".db");
    SqliteDatabase database = new SqliteDatabase(file, durability);
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

  @Override
  <T> T writeAlone(Function<Handle, T> work) {
    try {
      return writer.inTransaction(work::apply);
    } finally {
      endWhatNeverBegan();
    }
  }

  /**
   * A transaction that could not begin, because another program had locked the file, leaves the
   * driver believing in one that is none: every later write would be made statement by statement.
   */
  private void endWhatNeverBegan() {
    if (writer.isInTransaction()) {
      try {
        writer.getConnection().setAutoCommit(true);
      } catch (SQLException e) {
        LOG.debug("{} was not in a transaction, as expected: {}", name(), e.getMessage());
      }
    }
  }

  /** A reader that came after the end would make the file anew, beside whoever owns it then. */
  @Override
  public <T> T read(Function<Handle, T> work) {
    openness.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("expected " + name() + " to be open, found it closed");
      }
      return readOpen(work);
    } finally {
      openness.readLock().unlock();
    }
  }

  private <T> T readOpen(Function<Handle, T> work) {
    Handle idle = idleReaders.poll();
    Handle reader = idle == null ? reading.open() : idle;
    boolean reusable = false;
    try {
      T value = reader.inTransaction(work::apply);
      reusable = true;
      return value;
    } finally {
      if (reusable && idleReaders.size() < IDLE_READERS_MAX) {
        idleReaders.push(reader);
      } else {
        reader.close();
      }
    }
  }

  /** Reads the file and tells whether its pages fit together. */
  @Override
  String checkReading() {
    return read(handle -> handle.createQuery("pragma quick_check(1)").mapTo(String.class).one());
  }

  /** The number is nobody's; writing it again writes the file's first page. */
  @Override
  void writeNothing(Handle handle) {
    int number = handle.createQuery("pragma user_version").mapTo(Integer.class).one();
    handle.execute("pragma user_version = " + number);
  }

  @Override
  public String name() {
    return String.valueOf(file.getFileName());
  }

  /** Waits for those who read; not for ever, because the process is ending. */
  @Override
  void closeAlone() {
    boolean alone = isAlone();
    try {
      closed = true;
      for (Handle reader = idleReaders.poll(); reader != null; reader = idleReaders.poll()) {
        reader.close();
      }
      writer.close();
    } finally {
      if (alone) {
        openness.writeLock().unlock();
      }
    }
  }

  private boolean isAlone() {
    try {
      return openness.writeLock().tryLock(READERS_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
