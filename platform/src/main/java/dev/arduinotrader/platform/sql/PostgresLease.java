package dev.arduinotrader.platform.sql;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;

/**
 * How long a process may count on a store to be its own: others leave it alone until it has been
 * silent for the lease's length. Written with what is written anyway, and by a heartbeat.
 */
final class PostgresLease {
  /** A standby takes nothing over before the writer has been silent for as long. */
  static final Duration LENGTH = Duration.ofSeconds(30);

  private static final long RENEWAL_AFTER_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Schema schema;
  private volatile long renewedNanos = System.nanoTime();

  PostgresLease(Schema schema) {
    this.schema = schema;
  }

  /** To be called when the store's owner was signed or found; the instant before that counts. */
  void renewed(long beforeNanos) {
    renewedNanos = beforeNanos;
  }

  boolean isDue() {
    return System.nanoTime() - renewedNanos > RENEWAL_AFTER_NANOS;
  }

  /** Within the transaction of a write; counts once that is committed. */
  void renew(Handle handle) {
    PostgresOwners.renew(handle, schema);
  }

  /**
   * Whether nobody takes the store over for so long from now on, by a clock that also runs while
   * the process is frozen.
   */
  boolean outlasts(Duration duration) {
    return System.nanoTime() - renewedNanos + duration.toNanos() < LENGTH.toNanos();
  }
}
