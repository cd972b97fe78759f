package dev.arduinotrader.universe;

import java.time.Duration;

/** The sources of market data that this program can read. */
public enum SourceKind {
  /** A folder of CSV files, looked at again whenever a file in it changed. */
  CSV_FOLDER(Duration.ofSeconds(30), 0),
  /** A folder of LEAN's daily zip files with their factor files. */
  LEAN_FOLDER(Duration.ofSeconds(30), 0),
  /** The chart JSON of Yahoo's kind over HTTP. */
  YAHOO_CHART(Duration.ofSeconds(60), 60),
  /** Candles and quotes of Tradernet and Freedom24. */
  TRADERNET(Duration.ofSeconds(60), 40);

  private final Duration timeout;
  private final int requestsPerMinute;

  SourceKind(Duration timeout, int requestsPerMinute) {
    this.timeout = timeout;
    this.requestsPerMinute = requestsPerMinute;
  }

  /** How long one security may take unless the owner says otherwise, repeated attempts included. */
  public Duration timeout() {
    return timeout;
  }

  /** The pace unless the owner says otherwise; 0 for folders, which need none. */
  public int requestsPerMinute() {
    return requestsPerMinute;
  }

  public boolean isFolder() {
    return requestsPerMinute == 0;
  }
}
