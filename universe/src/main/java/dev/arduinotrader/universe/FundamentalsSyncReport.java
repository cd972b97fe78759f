package dev.arduinotrader.universe;

import java.util.List;

/**
 * What a sync of dated facts did.
 *
 * @param securities how many were wanted; 0 when no source offers dated facts
 * @param valuesAdded values that were not known before
 * @param failures one sentence for each thing that failed
 * @param remaining securities that were not reached in time; the next sync begins with them
 */
public record FundamentalsSyncReport(
    int securities, long valuesAdded, List<String> failures, int remaining) {
  public FundamentalsSyncReport {
    failures = List.copyOf(failures);
  }
}
