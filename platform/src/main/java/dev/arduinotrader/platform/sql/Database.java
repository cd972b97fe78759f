package dev.arduinotrader.platform.sql;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * The tables of one store: many readers, one writer at a time. Every write is one transaction that
 * is either wholly there afterwards or not at all.
 */
public abstract sealed class Database implements AutoCloseable
    permits SqliteDatabase, PostgresDatabase {
  /** A write that is no older proves that the store can be written. */
  private static final long WRITE_PROOF_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final ReentrantLock writeLock = new ReentrantLock();
  private volatile boolean hasWritten;
  private volatile long writtenAtNanos;

  Database() {}

  /**
   * Opens the SQLite file {@code directory/<schema>.db}, creating or migrating it where its version
   * differs.
   *
   * @throws org.flywaydb.core.api.FlywayException when a migration fails; the file is as before
   */
  public static Database open(Path directory, Schema schema, Durability durability) {
    return SqliteDatabase.openFile(directory, schema, durability);
  }

  /** Runs one transaction that may write; others wait. Throwing rolls everything back. */
  public final <T> T write(Function<Handle, T> work) {
    return carried(() -> writeLocked(work));
  }

  private <T> T writeLocked(Function<Handle, T> work) {
    writeLock.lock();
    try {
      if (writeLock.getHoldCount() > 1) {
        throw new IllegalStateException("a write inside a write: pass the handle on instead");
      }
      return proving(work);
    } finally {
      writeLock.unlock();
    }
  }

  private <T> T proving(Function<Handle, T> work) {
    boolean done = false;
    try {
      T value = writeAlone(work);
      writtenAtNanos = System.nanoTime();
      done = true;
      return value;
    } finally {
      hasWritten = done;
    }
  }

  /** As {@link #write}, for work without a value. */
  public final void writing(Consumer<Handle> work) {
    this.<Boolean>write(
        handle -> {
          work.accept(handle);
          return true;
        });
  }

  /** Reads one consistent state of the store; never waits for a writer. */
  public abstract <T> T read(Function<Handle, T> work);

  /**
   * Whether no other process can come to write for so long from now on. In files always: their lock
   * goes with the process only.
   */
  public boolean isOwnedFor(Duration duration) {
    return true;
  }

  /** Whether opening it ended the work of another process that had fallen silent. */
  public boolean wasTakenOver() {
    return false;
  }

  /**
   * Tries the database: {@code ok}, or what is wrong with it. Reads, and writes in a transaction of
   * its own, unless the last write succeeded within the last minute.
   */
  public final String check() {
    String seen = checkReading();
    if (seen.equals("ok")) {
      checkWriting();
    }
    return seen;
  }

  /**
   * Proves that the store can be written; throws as {@link #write} does when it cannot. Does not
   * wait for a write that is at work: that one will tell.
   */
  public final void checkWriting() {
    boolean proved = hasWritten && System.nanoTime() - writtenAtNanos < WRITE_PROOF_NANOS;
    if (!proved && !writeLock.isLocked()) {
      writing(this::writeNothing);
    }
  }

  /** Reads: {@code ok}, or what is wrong. */
  abstract String checkReading();

  /** Makes the transaction one that is really written, without changing anything. */
  abstract void writeNothing(Handle handle);

  /** Which database it is, for people: a file, or a schema and where. */
  public abstract String name();

  @Override
  public final void close() {
    writeLock.lock();
    try {
      closeAlone();
    } finally {
      writeLock.unlock();
    }
  }

  /** Runs work in the thread that suits the database; anything done with it passes here. */
  <T> T carried(Supplier<T> work) {
    return work.get();
  }

  /** One transaction, while this thread alone may write in this process. */
  abstract <T> T writeAlone(Function<Handle, T> work);

  abstract void closeAlone();
}
