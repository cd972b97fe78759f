package dev.arduinotrader.platform.guard;

import java.time.Duration;

/**
 * How callers in the same process may use a service.
 *
 * @param service the service's key, such as {@code planning}
 * @param limit shared with the service's gRPC port
 * @param timeout the longest wait for an answer; a caller's earlier deadline wins
 */
public record GuardSettings(String service, ConcurrencyLimit limit, Duration timeout) {}
