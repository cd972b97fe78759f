package dev.arduinotrader.platform.config;

import java.time.Duration;

/** The bounds of configured values; beyond them a typing error is likelier than a wish. */
final class Limits {
  static final int PORT_MAX = 65_535;
  static final int RETRIES_MAX = 10;
  static final int BREAKER_COUNT_MAX = 1_000;
  static final int WORKERS_MAX = 1_000;
  static final int MEMORY_MEGABYTES_MIN = 32;
  static final int MEMORY_MEGABYTES_MAX = 1_048_576;
  static final int RETRY_BACKOFF_MILLIS_MAX = 60_000;
  static final Duration SHORTEST = Duration.ofMillis(1);

  /** What our servers permit; a client that pings more often is cut off. */
  static final Duration KEEPALIVE_INTERVAL_MIN = Duration.ofSeconds(10);

  static final Duration TIMEOUT_MAX = Duration.ofHours(1);
  static final Duration INTERVAL_MAX = Duration.ofDays(1);

  private Limits() {}
}
