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
final class SharedSync {
  private static final long LOOK_UP_MILLIS = 100;

  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final Map<Extent, Run> runs = new HashMap<>();

  /** What makes two wishes the same. */
  private record Extent(AccountId account, List<Isin> only, @Nullable String source) {}

  /** The work: tells its progress and stops soon once told to. */
  interface Work {
    Result<SyncReport> run(Consumer<SyncProgress> progress, BooleanSupplier cancelled);
  }

  private static final class Run {
    private final CompletableFuture<Result<SyncReport>> report = new CompletableFuture<>();
    private final List<BlockingQueue<SyncProgress>> listeners = new ArrayList<>();

    synchronized BlockingQueue<SyncProgress> join() {
      BlockingQueue<SyncProgress> queue = new LinkedBlockingQueue<>();
      listeners.add(queue);
      return queue;
    }

    synchronized void leave(BlockingQueue<SyncProgress> queue) {
      listeners.removeIf(each -> each == queue);
    }

    synchronized boolean isAbandoned() {
      return listeners.isEmpty();
    }

    synchronized void tell(SyncProgress part) {
      listeners.forEach(queue -> queue.add(part));
    }
  }

  /** Joins the run of this extent, or begins it. */
  Result<SyncReport> run(
      CallContext context, SyncRequest request, ProgressSink<SyncProgress> sink, Work work) {
    Extent extent = new Extent(context.account(), request.only(), request.source());
    Run run;
    BlockingQueue<SyncProgress> parts;
    synchronized (this) {
      Run running = runs.get(extent);
      run = running == null ? new Run() : running;
      // Before it starts, or it would find nobody waiting for it.
      parts = run.join();
      if (running == null) {
        runs.put(extent, run);
        Thread.ofVirtual().name("price sync").start(() -> work(extent, run, work));
      }
    }
    try {
      return follow(context, run, parts, sink);
    } finally {
      run.leave(parts);
    }
  }

  private void work(Extent extent, Run run, Work work) {
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

  private static Result<SyncReport> follow(
      CallContext context,
      Run run,
      BlockingQueue<SyncProgress> parts,
      ProgressSink<SyncProgress> sink) {
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
        SyncProgress part = parts.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
        if (part != null) {
          sink.send(part);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return CommonReason.CANCELLED.failure("the caller of the sync was interrupted");
      }
    }
    for (SyncProgress part = parts.poll(); part != null; part = parts.poll()) {
      sink.send(part);
    }
    return run.report.join();
  }
}
