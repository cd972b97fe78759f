package dev.arduinotrader.platform.sql;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Speaks to the server from platform threads. A virtual thread that is interrupted, as a cancelled
 * call is, closes the socket that it uses, and with it the store's lock in the middle of a write.
 */
final class PostgresThreads implements AutoCloseable {
  private final ExecutorService threads;

  PostgresThreads(Schema schema) {
    this.threads =
        Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name(schema.name() + "-sql-", 1).factory());
  }

  /** Waits for the work's end, also when interrupted; the caller stays interrupted then. */
  <T> T run(Supplier<T> work) {
    if (!Thread.currentThread().isVirtual()) {
      return work.get();
    }
    Future<T> running = threads.submit(work::get);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return running.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw unwrapped(e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException unwrapped(ExecutionException failure) {
    return switch (failure.getCause()) {
      case RuntimeException cause -> cause;
      case Error cause -> throw cause;
      case null, default -> new IllegalStateException(failure);
    };
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
