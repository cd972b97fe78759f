package dev.arduinotrader.app.fleet;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.placement.Endpoint;

/** Looks at one process that hosts a service. */
public interface Instance {
  /** One look; a failure when nobody answers there. */
  Result<Seen> look(Endpoint endpoint);

  /**
   * What was seen.
   *
   * @param healthy what it says of itself
   * @param reason why
   * @param version of its program
   * @param contractHash of its contracts
   * @param answered calls to the service since its process began, health checks included
   * @param failed those of them that failed by its own fault or ended in a refusal
   */
  record Seen(
      boolean healthy,
      String reason,
      String version,
      String contractHash,
      long answered,
      long failed) {}
}
