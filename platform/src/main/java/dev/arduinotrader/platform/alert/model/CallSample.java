package dev.arduinotrader.platform.alert.model;

import java.time.Instant;

/**
 * The lifetime figures of one service's calls at one moment.
 *
 * @param at when they were read
 * @param calls all calls that ended
 * @param failures those that failed through the service's fault, at most {@code calls}
 * @param latencyNanosSum over all calls
 */
public record CallSample(Instant at, long calls, long failures, long latencyNanosSum) {}
