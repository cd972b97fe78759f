package dev.arduinotrader.platform.event;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.platform.sql.Database;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;

/** The numbered event log in a service's own database. */
public final class EventLog implements EventSource {
  private static final int BATCH_MAX = 500;
  private static final long WAIT_MILLIS = 250;

  private final Database database;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition appended = lock.newCondition();
  private long appends;

  public EventLog(Database database) {
    this.database = database;
  }

  /** Adds one event in the transaction of the change that it tells of; gives its number. */
  public long append(
      Handle handle, AccountId account, Instant at, String kind, String summary, Object details) {
    long sequence =
        handle
            .createQuery(
                "insert into event (sequence, account_id, at_micros, kind, summary, details_json)"
                    + " values ((select coalesce(max(sequence), 0) + 1 from event),"
                    + " :account, :at, :kind, :summary, :details) returning sequence")
            .bind("account", account.value())
            .bind("at", CommonMessages.toMicros(at))
            .bind("kind", kind)
            .bind("summary", summary)
            .bind("details", Json.write(details))
            .mapTo(Long.class)
            .one();
    handle.afterCommit(this::wake);
    return sequence;
  }

  /** At most {@code limit} events after a number, oldest first. */
  public List<ServiceEvent> read(long afterSequence, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select sequence, account_id, at_micros, kind, summary, details_json from event"
                        + " where sequence > :after order by sequence limit :limit")
                .bind("after", afterSequence)
                .bind("limit", Math.min(limit, BATCH_MAX))
                .map(
                    (row, context) ->
                        new ServiceEvent(
                            row.getLong(1),
                            AccountId.of(row.getString(2)),
                            CommonMessages.fromMicros(row.getLong(3)),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6)))
                .list());
  }

  @Override
  public Result<Done> watch(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
    long after = afterSequence;
    while (!events.isCancelled()) {
      if (context.deadline().isExpired()) {
        return CommonReason.DEADLINE_EXCEEDED.failure(
            "the watch ended at its deadline after event "
                + after
                + "\nMaybe watch again from it.");
      }
      long seenAppends = appends();
      List<ServiceEvent> batch = read(after, BATCH_MAX);
      for (ServiceEvent event : batch) {
        events.send(event);
        after = event.sequence();
      }
      if (batch.isEmpty() && !await(seenAppends)) {
        return CommonReason.CANCELLED.failure("the watch was interrupted after event " + after);
      }
    }
    return Result.success(Done.DONE);
  }

  private void wake() {
    lock.lock();
    try {
      appends++;
      appended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for news since the given count of appends, a short while at most; false if interrupted.
   */
  private boolean await(long seenAppends) {
    lock.lock();
    try {
      long nanos = TimeUnit.MILLISECONDS.toNanos(WAIT_MILLIS);
      while (appends == seenAppends && nanos > 0) {
        nanos = appended.awaitNanos(nanos);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private long appends() {
    lock.lock();
    try {
      return appends;
    } finally {
      lock.unlock();
    }
  }
}
