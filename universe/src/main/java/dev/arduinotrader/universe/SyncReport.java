package dev.arduinotrader.universe;

import java.util.List;

/**
 * What a sync did.
 *
 * @param securities how many have a living source
 * @param barsAdded new daily bars
 * @param failures one sentence per security that failed
 */
public record SyncReport(int securities, long barsAdded, List<String> failures) {
  public SyncReport {
    failures = List.copyOf(failures);
  }
}
