package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets syncs of the same extent that are wanted at once be one: all who want it see its progress
 * and get its report. Others follow one after the other. It ends early when nobody waits any more.
 */
final class SharedSync<P, R> {
  private static final long LOOK_UP_MILLIS = 100;

  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final Map<Extent, Run<P, R>> runs = new HashMap<>();

  /** What makes two wishes the same. */
  private record Extent(AccountId account, List<Isin> only, @Nullable String source) {}

  /** The work: tells its progress and stops soon once told to. */
  interface Work<P, R> {
    Result<R> run(Consumer<P> progress, BooleanSupplier cancelled);
  }

  private static final class Run<P, R> {
    private final CompletableFuture<Result<R>> report = new CompletableFuture<>();
    private final List<BlockingQueue<P>> listeners = new ArrayList<>();

    synchronized BlockingQueue<P> join() {
      BlockingQueue<P> queue = new LinkedBlockingQueue<>();
      listeners.add(queue);
      return queue;
    }

    synchronized void leave(BlockingQueue<P> queue) {
      listeners.removeIf(each -> each == queue);
    }

    synchronized boolean isAbandoned() {
      return listeners.isEmpty();
    }

    synchronized void tell(P part) {
      listeners.forEach(queue -> queue.add(part));
    }
  }

  /** Joins the run of this extent, or begins it. */
  Result<R> run(CallContext context, SyncRequest request, ProgressSink<P> sink, Work<P, R> work) {
    Extent extent = new Extent(context.account(), request.only(), request.source());
    Run<P, R> run;
    BlockingQueue<P> parts;
    synchronized (this) {
      Run<P, R> running = runs.get(extent);
      run = running == null ? new Run<>() : running;
      // Before it starts, or it would find nobody waiting for it.
      parts = run.join();
      if (running == null) {
        runs.put(extent, run);
        Thread.ofVirtual().name("sync").start(() -> work(extent, run, work));
      }
    }
    try {
      return follow(context, run, parts, sink);
    } finally {
      run.leave(parts);
    }
  }

  private void work(Extent extent, Run<P, R> run, Work<P, R> work) {
    oneAtATime.lock();
    try {
      run.report.complete(work.run(run::tell, run::isAbandoned));
    } catch (RuntimeException | Error e) {
      run.report.completeExceptionally(e);
    } finally {
      oneAtATime.unlock();
      synchronized (this) {
        runs.remove(extent);
      }
    }
  }

  private Result<R> follow(
      CallContext context, Run<P, R> run, BlockingQueue<P> parts, ProgressSink<P> sink) {
    while (!run.report.isDone()) {
      if (sink.isCancelled()) {
        return CommonReason.CANCELLED.failure(
            "the receiver gave up; what was stored stays, and the next sync goes on from there");
      }
      if (context.deadline().isExpired()) {
        return CommonReason.DEADLINE_EXCEEDED.failure(
            "the deadline passed; what was stored stays, and the next sync goes on from there");
      }
      try {
        P part = parts.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
        if (part != null) {
          sink.send(part);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return CommonReason.CANCELLED.failure("the caller of the sync was interrupted");
      }
    }
    for (P part = parts.poll(); part != null; part = parts.poll()) {
      sink.send(part);
    }
    return run.report.join();
  }
}
