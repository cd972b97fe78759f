package dev.arduinotrader.platform.alert.model;

/**
 * One service as it is seen at one moment.
 *
 * @param service its key
 * @param health what its health checks said
 * @param calls how its calls have fared
 * @param circuit how the breaker before it stands
 */
public record ServiceObservation(
    String service, HealthSeen health, CallSample calls, CircuitSeen circuit) {}
