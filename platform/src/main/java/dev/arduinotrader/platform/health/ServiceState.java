package dev.arduinotrader.platform.health;

import dev.arduinotrader.platform.call.ServiceHealth;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one service's health.
 *
 * @param service the service's key
 * @param state how it looked at the last check
 * @param reason one sentence for a person
 * @param answer what it said itself, null when it did not answer
 * @param since when the state became this
 * @param checkedAt when it was last asked, null when never
 */
public record ServiceState(
    String service,
    HealthState state,
    String reason,
    @Nullable ServiceHealth answer,
    Instant since,
    @Nullable Instant checkedAt) {

  static ServiceState unknown(String service, String reason, Instant now) {
    return new ServiceState(service, HealthState.UNKNOWN, reason, null, now, null);
  }

  /** This observation, whose state began when the one before began if nothing has changed. */
  ServiceState after(ServiceState before) {
    return before.state == state
        ? new ServiceState(service, state, reason, answer, before.since, checkedAt)
        : this;
  }
}
