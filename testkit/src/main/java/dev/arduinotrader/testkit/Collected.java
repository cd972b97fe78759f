package dev.arduinotrader.testkit;

import dev.arduinotrader.platform.call.ProgressSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A sink that keeps what it was sent, and cancels after a number of parts when asked to. */
public final class Collected<U> implements ProgressSink<U> {
  private final List<U> parts = new CopyOnWriteArrayList<>();
  private final int partsMax;

  public Collected() {
    this(Integer.MAX_VALUE);
  }

  public Collected(int partsMax) {
    this.partsMax = partsMax;
  }

  @Override
  public void send(U part) {
    parts.add(part);
  }

  @Override
  public boolean isCancelled() {
    return parts.size() >= partsMax;
  }

  public List<U> parts() {
    return List.copyOf(parts);
  }
}
