package dev.arduinotrader.platform.sample;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.RequestId;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.time.TraderClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A clock, identities and contexts for tests of this module. */
public final class Fixtures {
  public static final Instant NOW = Instant.parse("2026-01-30T10:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Fixtures() {}

  /** A clock that stands where it is put. */
  public static final class HandClock implements TraderClock {
    private volatile Instant now = NOW;

    public void set(Instant instant) {
      now = instant;
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public String base() {
      return "test";
    }
  }

  public static Ids countedIds() {
    AtomicLong last = new AtomicLong();
    return () -> Long.toString(last.incrementAndGet());
  }

  public static CallContext context() {
    return within(Duration.ofSeconds(30));
  }

  public static CallContext within(Duration timeout) {
    return new CallContext(
        AccountId.of("paper-1"),
        "José & María",
        RequestId.of("req-7"),
        Deadline.after(timeout),
        NOW);
  }

  /** Runs it on a thread of its own. */
  public static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
  }

  /** Looks again and again, for ten seconds at most, until it is so. */
  public static void await(String what, BooleanSupplier condition) {
    Deadline deadline = Deadline.after(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (deadline.isExpired()) {
        throw new AssertionError("waited " + PATIENCE + " in vain until " + what);
      }
      LockSupport.parkNanos(1_000_000);
    }
  }
}
