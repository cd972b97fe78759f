package dev.arduinotrader.platform.channel;

import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tries broken connections again every moment. gRPC's own wait grows to two minutes, so that a
 * target that is back would stay unused for long.
 */
final class Reconnector implements AutoCloseable {
  private final Supplier<Collection<ManagedChannel>> channels;
  private final Consumer<ManagedChannel> onReconnected;
  private final Set<ManagedChannel> broken = new HashSet<>();
  private final Duration interval;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * @param channels those on which a call has begun
   * @param onReconnected is told of every channel that was broken at one look and is ready at a
   *     later one; must be quick
   */
  Reconnector(
      Supplier<Collection<ManagedChannel>> channels,
      Consumer<ManagedChannel> onReconnected,
      Duration interval) {
    this.channels = channels;
    this.onReconnected = onReconnected;
    this.interval = interval;
    Thread.ofVirtual().name("reconnector").start(this::run);
  }

  private void run() {
    try {
      while (!closed.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
        Collection<ManagedChannel> open = channels.get();
        broken.retainAll(open);
        open.forEach(this::look);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(ManagedChannel channel) {
    switch (channel.getState(false)) {
      case TRANSIENT_FAILURE -> {
        broken.add(channel);
        channel.resetConnectBackoff();
      }
      case READY -> {
        if (broken.remove(channel)) {
          onReconnected.accept(channel);
        }
      }
      case IDLE -> {
        // A lost connection. Nobody calls while the breaker is open, and a channel connects by
        // itself only once.
        broken.add(channel);
        channel.getState(true);
      }
      case CONNECTING, SHUTDOWN -> {}
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
