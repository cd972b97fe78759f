package dev.arduinotrader.platform.channel;

import dev.arduinotrader.platform.metrics.CallMethod;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ConnectivityState;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One gRPC channel that counts its running calls, so that it can be given up without cutting any: a
 * call that was let in is finished before the channel goes, and none is let in afterwards.
 */
final class Connection {
  private final ManagedChannel channel;
  private final Consumer<ManagedChannel> onReady;
  private final CountDownLatch empty = new CountDownLatch(1);
  private final Object counting = new Object();
  private int runningCalls;
  private boolean retired;
  private volatile boolean used;

  /**
   * @param onReady is told of every connection that the channel makes, the first one too; must be
   *     quick
   */
  Connection(ManagedChannel channel, Consumer<ManagedChannel> onReady) {
    this.channel = channel;
    this.onReady = onReady;
    watch(channel.getState(false));
  }

  /** A look now and then would miss a connection that was given up and made anew in between. */
  private void watch(ConnectivityState before) {
    channel.notifyWhenStateChanged(
        before,
        () -> {
          ConnectivityState state = channel.getState(false);
          if (state == ConnectivityState.READY) {
            onReady.accept(channel);
          }
          if (state != ConnectivityState.SHUTDOWN) {
            watch(state);
          }
        });
  }

  ManagedChannel channel() {
    return channel;
  }

  /** Whether a call has begun on it: before, nothing is connected. */
  boolean isUsed() {
    return used;
  }

  /** A new call, or empty when the connection was given up in the meantime. */
  <Q, A> Optional<ClientCall<Q, A>> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
    synchronized (counting) {
      if (retired) {
        return Optional.empty();
      }
      runningCalls++;
      used = true;
    }
    return Optional.of(counted(channel, method, options));
  }

  private <Q, A> ClientCall<Q, A> counted(
      Channel next, MethodDescriptor<Q, A> method, CallOptions options) {
    AtomicBoolean over = new AtomicBoolean();
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        boolean started = false;
        try {
          super.start(ending(method, listener, over), headers);
          started = true;
        } finally {
          if (!started) {
            leave(over);
          }
        }
      }
    };
  }

  private <A> ClientCall.Listener<A> ending(
      MethodDescriptor<?, A> method, ClientCall.Listener<A> listener, AtomicBoolean over) {
    return new SimpleForwardingClientCallListener<>(listener) {
      @Override
      public void onClose(Status status, Metadata trailers) {
        leave(over);
        if (isSilence(method, status)) {
          connectAnew();
        }
        super.onClose(status, trailers);
      }
    };
  }

  /** A watch ends with its deadline when all is well; other calls do when nothing came back. */
  private static boolean isSilence(MethodDescriptor<?, ?> method, Status status) {
    return status.getCode() == Status.Code.DEADLINE_EXCEEDED
        && !CallMethod.ofGrpc(method.getFullMethodName()).isWatch();
  }

  /**
   * The next call gets a connection of its own; running ones finish on theirs. After a cut the
   * system sends a lost packet again only after ever longer pauses, so that a healed link would
   * stay unused as long as it had been cut. It is made at once, because nobody calls while a
   * breaker is open.
   */
  private void connectAnew() {
    channel.enterIdle();
    channel.getState(true);
  }

  private void leave(AtomicBoolean over) {
    if (over.compareAndSet(false, true)) {
      synchronized (counting) {
        runningCalls--;
        noteEmpty();
      }
    }
  }

  private void noteEmpty() {
    if (retired && runningCalls == 0) {
      empty.countDown();
    }
  }

  /** Lets no more calls in and closes when the running ones have ended, or are cut at the limit. */
  void retire(Duration limit) {
    synchronized (counting) {
      retired = true;
      noteEmpty();
    }
    Thread.ofVirtual().name("drain of a connection").start(() -> closeWhenEmpty(limit));
  }

  private void closeWhenEmpty(Duration limit) {
    try {
      if (empty.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        channel.shutdown();
      } else {
        channel.shutdownNow();
      }
    } catch (InterruptedException e) {
      channel.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
