package dev.arduinotrader.platform.resilience;

import io.grpc.Context;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits until the time is over or the caller's gRPC context is cancelled. */
final class ContextWaiting implements TargetGuard.Waiting {
  @Override
  public boolean pause(Duration duration) {
    CountDownLatch left = new CountDownLatch(1);
    Context scope = Context.current();
    Context.CancellationListener listener = context -> left.countDown();
    scope.addListener(listener, Runnable::run);
    try {
      return !left.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      scope.removeListener(listener);
    }
  }
}
