package dev.arduinotrader.platform.call;

/**
 * Takes the parts of a streamed answer as they come.
 *
 * @param <U> one part
 */
public interface ProgressSink<U> {
  /** Takes one part; blocks while the receiver is behind. */
  void send(U part);

  /** True once the receiver wants no more; the sender then stops soon. */
  default boolean isCancelled() {
    return false;
  }

  /** A sink that drops everything. */
  static <U> ProgressSink<U> ignoring() {
    return part -> {};
  }
}
