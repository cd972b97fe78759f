package dev.arduinotrader.trading.desk;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One at a time per account for everything that sends orders or takes in the broker's news. */
final class AccountLocks {
  private final ConcurrentHashMap<AccountId, ReentrantLock> locks = new ConcurrentHashMap<>();

  /** Does the work alone; DEADLINE_EXCEEDED, with nothing done, when others take too long. */
  <T> Result<T> alone(CallContext context, Supplier<Result<T>> work) {
    ReentrantLock lock = locks.computeIfAbsent(context.account(), key -> new ReentrantLock());
    try {
      long nanos = Math.max(0, context.deadline().remaining().toNanos());
      if (!lock.tryLock(nanos, TimeUnit.NANOSECONDS)) {
        return CommonReason.DEADLINE_EXCEEDED.failure(
            "another call for account " + context.account() + " took too long; nothing was done");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CommonReason.CANCELLED.failure("the caller gave up; nothing was done");
    }
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
