package dev.arduinotrader.trading.store;

import dev.arduinotrader.platform.event.EventSource;
import java.time.Duration;
import java.util.function.Function;

/** Where trading keeps its state; what a transaction has committed survives a power cut. */
public interface TradingStore extends AutoCloseable {
  /** Runs one transaction that may write: wholly there afterwards, or not at all. */
  <T> T write(Function<TradingBook, T> work);

  /** Reads one consistent state. */
  <T> T read(Function<TradingBook, T> work);

  /** Whether no other process can come to write for so long from now on. */
  boolean isOwnedFor(Duration duration);

  /** The numbered events, written with the changes that they tell of. */
  EventSource events();

  /** Tries the store; {@code ok} when it is. */
  String check();

  @Override
  void close();
}
