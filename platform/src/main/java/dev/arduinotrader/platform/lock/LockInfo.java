package dev.arduinotrader.platform.lock;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who holds a lock, for those who find it held.
 *
 * @param pid the process
 * @param ports where it is reached, by the key of the service, and {@code http}
 * @param instanceId made anew at every start
 * @param startedAt when it started
 */
public record LockInfo(
    long pid, SortedMap<String, Integer> ports, String instanceId, Instant startedAt) {
  public LockInfo {
    ports = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(ports));
  }
}
