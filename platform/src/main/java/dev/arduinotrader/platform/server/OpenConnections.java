package dev.arduinotrader.platform.server;

import io.grpc.Attributes;
import io.grpc.ServerTransportFilter;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts who is connected, so that a process that nobody uses stops without a farewell. */
final class OpenConnections extends ServerTransportFilter {
  private final AtomicInteger open = new AtomicInteger();

  @Override
  public Attributes transportReady(Attributes attributes) {
    open.incrementAndGet();
    return attributes;
  }

  @Override
  public void transportTerminated(@Nullable Attributes attributes) {
    if (attributes != null) { // null when the connection broke before it was ready
      open.decrementAndGet();
    }
  }

  boolean none() {
    return open.get() == 0;
  }
}
