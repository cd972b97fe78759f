package dev.arduinotrader.brokers.alpaca;

import java.net.URI;
import java.time.Duration;

/**
 * Where and how to reach the broker.
 *
 * @param base without a slash at its end; the broker's paper and real accounts differ by it
 * @param timeout for one answer
 */
public record AlpacaSettings(URI base, AlpacaKeys keys, Duration timeout) {
  /** The documented address of accounts with play money. */
  public static final URI PAPER_BASE = URI.create("https://paper-api.alpaca.markets");

  /** The documented address of accounts with real money. */
  public static final URI LIVE_BASE = URI.create("https://api.alpaca.markets");

  /** Two hundred requests a minute are allowed; this stays below. */
  public static final Duration PACE = Duration.ofMillis(350);

  public static final Duration REST_WHEN_LIMITED = Duration.ofSeconds(20);
}
