package dev.arduinotrader.universe;

import java.util.ArrayList;
import java.util.List;

/**
 * What a sync did.
 *
 * @param securities how many have a living source
 * @param barsAdded new daily bars
 * @param failures one sentence for each thing that failed; where another source helped out, too
 * @param remaining securities that were not reached in time; the next sync begins with them
 * @param quotes prices of this moment, of securities whose market is open
 */
public record SyncReport(
    int securities, long barsAdded, List<String> failures, int remaining, int quotes) {
  public SyncReport {
    failures = List.copyOf(failures);
  }

  /** A sync that reached everything. */
  public SyncReport(int securities, long barsAdded, List<String> failures) {
    this(securities, barsAdded, failures, 0, 0);
  }

  /** The same after quotes were asked for, too. */
  public SyncReport withQuotes(int count, List<String> failed) {
    List<String> all = new ArrayList<>(failures);
    all.addAll(failed);
    return new SyncReport(securities, barsAdded, all, remaining, count);
  }
}
