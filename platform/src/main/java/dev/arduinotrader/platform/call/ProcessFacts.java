package dev.arduinotrader.platform.call;

import java.time.Instant;
import java.util.List;

/**
 * What a process says of itself with every answer about a service's health.
 *
 * @param instanceId made anew at every start; the locks of its data directory hold the same
 * @param now what its clock showed when it answered
 * @param deploymentEpoch of the configuration that it runs by, from 1; the older of two stops
 *     writing
 * @param contractHash SHA-256 of the contracts that it was built with, 64 hexadecimal digits
 * @param warnings what a person should look after though everything works, one sentence each
 */
public record ProcessFacts(
    String instanceId,
    Instant now,
    int deploymentEpoch,
    String contractHash,
    List<String> warnings) {
  public ProcessFacts {
    warnings = List.copyOf(warnings);
  }
}
