package dev.arduinotrader.testkit;

import dev.arduinotrader.platform.id.Ids;
import java.util.concurrent.atomic.AtomicLong;

/** Identities 1, 2, 3, ... so that tests can name them. */
public final class CountedIds implements Ids {
  private final AtomicLong last = new AtomicLong();

  @Override
  public String next() {
    return Long.toString(last.incrementAndGet());
  }
}
