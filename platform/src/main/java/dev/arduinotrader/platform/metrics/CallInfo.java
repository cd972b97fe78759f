package dev.arduinotrader.platform.metrics;

/**
 * One call, as it is known when it starts.
 *
 * @param side from where it is seen
 * @param method what is called
 * @param requestId the request that caused it
 * @param attempt 1 for the first try, 2 for the first retry
 */
public record CallInfo(CallSide side, CallMethod method, String requestId, int attempt) {}
