package dev.arduinotrader.platform.channel;

import dev.arduinotrader.platform.resilience.CallRules;
import java.time.Duration;

/**
 * How this process treats one target.
 *
 * @param timeout the longest wait for an answer; a caller's earlier deadline wins
 * @param keepaliveInterval between pings, calls or not; at least {@link #KEEPALIVE_MIN}, which
 *     every server of ours permits
 * @param keepaliveTimeout how long the answer to a ping may take before the connection is dead
 * @param messageBytesMax the largest answer that is taken
 * @param rules retries, breaker and bulkhead
 */
public record ChannelSettings(
    Duration timeout,
    Duration keepaliveInterval,
    Duration keepaliveTimeout,
    int messageBytesMax,
    CallRules rules) {
  /** gRPC itself raises anything shorter to this. */
  public static final Duration KEEPALIVE_MIN = Duration.ofSeconds(10);

  /** Enough for a message of packed histories. */
  public static final int MESSAGE_BYTES_MAX_DEFAULT = 16 * 1024 * 1024;

  public ChannelSettings {
    if (!timeout.isPositive() || !keepaliveTimeout.isPositive()) {
      throw new IllegalArgumentException(
          "expected positive timeouts, found " + timeout + " and " + keepaliveTimeout);
    }
    if (keepaliveInterval.compareTo(KEEPALIVE_MIN) < 0) {
      throw new IllegalArgumentException(
          "expected a keepalive interval of at least "
              + KEEPALIVE_MIN.toSeconds()
              + " s, found "
              + keepaliveInterval);
    }
  }

  /**
   * This timeout, pings every 30 s that are answered within 10 s, messages of up to 16 MB, no
   * retries.
   */
  public static ChannelSettings withTimeout(Duration timeout) {
    return new ChannelSettings(
        timeout,
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        MESSAGE_BYTES_MAX_DEFAULT,
        CallRules.DEFAULT);
  }

  /** The same with other retries, breaker and bulkhead. */
  public ChannelSettings withRules(CallRules other) {
    return new ChannelSettings(
        timeout, keepaliveInterval, keepaliveTimeout, messageBytesMax, other);
  }
}
