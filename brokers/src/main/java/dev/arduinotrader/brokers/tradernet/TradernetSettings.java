package dev.arduinotrader.brokers.tradernet;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where and how to reach the broker.
 *
 * @param base such as {@code https://tradernet.com/api}, without a slash at its end
 * @param keys null for public market data only
 * @param timeout for one answer
 */
public record TradernetSettings(URI base, @Nullable TradernetKeys keys, Duration timeout) {
  /** The vendor's documented address. */
  public static final URI DEFAULT_BASE = URI.create("https://tradernet.com/api");

  /** Bursts are answered with 429; a single queue of this pace is not. */
  public static final Duration PACE = Duration.ofMillis(1_500);

  /** How long a burst is answered with 429 after it. */
  public static final Duration REST_WHEN_LIMITED = Duration.ofSeconds(60);
}
