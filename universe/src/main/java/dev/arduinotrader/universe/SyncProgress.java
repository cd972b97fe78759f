package dev.arduinotrader.universe;

/**
 * How far a sync is.
 *
 * @param symbol what was done last, or is done now
 * @param barsAdded new daily bars so far
 * @param failures things that failed so far
 * @param failure the newest of them in one sentence; empty when nothing failed since the last part
 */
public record SyncProgress(
    int securitiesDone,
    int securitiesTotal,
    String symbol,
    long barsAdded,
    int failures,
    String failure) {
  /** Without anything to tell but the count. */
  public SyncProgress(int securitiesDone, int securitiesTotal, String symbol) {
    this(securitiesDone, securitiesTotal, symbol, 0, 0, "");
  }
}
