package dev.arduinotrader.platform.grpc;

import dev.arduinotrader.platform.call.Deadline;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answers to one call, waited for no longer than a breath past its deadline. gRPC ends a call
 * at its deadline itself; its blocking stubs, however, would wait for ever for an end that got
 * lost, and whoever trades must not.
 *
 * <p>What gRPC has to do for the call is done by the thread that waits, which saves it a change of
 * threads; after {@link #close} by another.
 */
final class Answers<A> extends ClientCall.Listener<A> implements Iterator<A>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  /** What gRPC has to tell of a deadline that it kept. */
  private static final Duration BREATH = Duration.ofSeconds(1);

  /** One that is looked at while the next is on its way. */
  private static final int ASKED_AHEAD = 2;

  private sealed interface Event<A> {
    record Part<A>(A answer) implements Event<A> {}

    record End<A>(Status status, Metadata trailers) implements Event<A> {
      StatusRuntimeException exception() {
        return status.asRuntimeException(trailers);
      }
    }
  }

  private final Deque<Event<A>> events = new ArrayDeque<>();
  private final Work work;
  private final ClientCall<?, A> call;
  private final String method;
  private final Deadline deadline;
  private @Nullable Event<A> next;

  private Answers(ClientCall<?, A> call, Work work, String method, Deadline deadline) {
    this.call = call;
    this.work = work;
    this.method = method;
    this.deadline = deadline;
  }

  /** Sends the one question of a call. */
  static <Q, A> Answers<A> to(
      Q request,
      MethodDescriptor<Q, A> method,
      Channel channel,
      CallOptions options,
      Deadline deadline) {
    Work work = new Work();
    ClientCall<Q, A> call = channel.newCall(method, options.withExecutor(work));
    Answers<A> answers = new Answers<>(call, work, method.getFullMethodName(), deadline);
    try {
      call.start(answers, new Metadata());
      call.request(ASKED_AHEAD);
      call.sendMessage(request);
      call.halfClose();
    } catch (RuntimeException | Error e) {
      call.cancel(null, e);
      throw e;
    }
    return answers;
  }

  @Override
  public void onMessage(A answer) {
    events.add(new Event.Part<>(answer));
  }

  @Override
  public void onClose(Status status, Metadata trailers) {
    events.add(new Event.End<>(status, trailers));
  }

  /**
   * The answer of a call that has one.
   *
   * @throws StatusRuntimeException when the call failed, or has not ended a breath past its
   *     deadline
   */
  A only() {
    if (!hasNext()) {
      throw Status.INTERNAL.withDescription("no answer to " + method).asRuntimeException();
    }
    A answer = next();
    if (hasNext()) {
      call.cancel("more than one answer", null);
      throw Status.INTERNAL.withDescription("two answers to " + method).asRuntimeException();
    }
    return answer;
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = await();
    }
    return switch (next) {
      case Event.Part<A> part -> true;
      case Event.End<A> end -> {
        if (!end.status().isOk()) {
          throw end.exception();
        }
        yield false;
      }
    };
  }

  @Override
  public A next() {
    if (!hasNext() || !(next instanceof Event.Part<A>(A answer))) {
      throw new NoSuchElementException("the answers to " + method + " have ended");
    }
    next = null;
    call.request(1);
    return answer;
  }

  private Event<A> await() {
    try {
      Event<A> event = events.poll();
      while (event == null && work.doNext(deadline.remaining().plus(BREATH))) {
        event = events.poll();
      }
      if (event != null) {
        return event;
      }
      LOG.error("{} did not end at its deadline and is given up from outside", method);
      call.cancel("not ended at its deadline", null);
      return new Event.End<>(
          Status.DEADLINE_EXCEEDED.withDescription(method + " did not end at its deadline"),
          new Metadata());
    } catch (InterruptedException e) {
      call.cancel("interrupted", e);
      Thread.currentThread().interrupt();
      return new Event.End<>(
          Status.CANCELLED.withDescription(method + " was interrupted").withCause(e),
          new Metadata());
    }
  }

  /** Leaves what gRPC has still to do for the call to another thread. */
  @Override
  public void close() {
    work.leave();
  }

  /** The work of one call, done by the thread that waits for it, as long as there is one. */
  private static final class Work implements Executor {
    private final BlockingQueue<Runnable> open = new LinkedBlockingQueue<>();
    private boolean left;

    @Override
    public void execute(Runnable task) {
      synchronized (this) {
        if (!left) {
          open.add(task);
          return;
        }
      }
      Thread.ofVirtual().start(task);
    }

    /** Does the next piece; false when none came in time. */
    boolean doNext(Duration within) throws InterruptedException {
      Runnable task = open.poll(within.toNanos(), TimeUnit.NANOSECONDS);
      if (task == null) {
        return false;
      }
      task.run();
      return true;
    }

    void leave() {
      List<Runnable> rest = new ArrayList<>();
      synchronized (this) {
        left = true;
        open.drainTo(rest);
      }
      if (!rest.isEmpty()) {
        Thread.ofVirtual().start(() -> rest.forEach(Runnable::run));
      }
    }
  }
}
