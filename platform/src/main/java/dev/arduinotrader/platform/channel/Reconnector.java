package dev.arduinotrader.platform.channel;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tries broken connections again every few seconds. gRPC's own wait grows to two minutes, so that a
 * target that is back would stay unused for long.
 */
final class Reconnector implements AutoCloseable {
  private final Supplier<Collection<ManagedChannel>> channels;
  private final Duration interval;
  private final CountDownLatch closed = new CountDownLatch(1);

  Reconnector(Supplier<Collection<ManagedChannel>> channels, Duration interval) {
    this.channels = channels;
    this.interval = interval;
    Thread.ofVirtual().name("reconnector").start(this::run);
  }

  private void run() {
    try {
      while (!closed.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
        for (ManagedChannel channel : channels.get()) {
          if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
            channel.resetConnectBackoff();
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
