package dev.arduinotrader.app.system;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.platform.alert.FleetCalls;
import dev.arduinotrader.platform.alert.HealthStreaks;
import dev.arduinotrader.platform.alert.model.AlertRule;
import dev.arduinotrader.platform.alert.model.ConditionSeen;
import dev.arduinotrader.platform.alert.model.ServiceObservation;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.platform.tls.TlsIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway's process sees, and hears from all others, that may be worth an alert. Not for
 * several threads.
 */
final class AlertSources {
  private static final Duration ORDERS_INTERVAL = Duration.ofMinutes(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Reach reach;
  private final FleetMetrics fleet;
  private final FleetCalls calls = new FleetCalls();
  private final HealthStreaks streaks;
  private final Reconfiguration reconfiguration;
  private final @Nullable TlsIdentity identity;
  private final UnknownOrders orders;
  private @Nullable Instant ordersAskedAt;

  AlertSources(
      Reach reach,
      FleetMetrics fleet,
      HealthStreaks streaks,
      Reconfiguration reconfiguration,
      @Nullable TlsIdentity identity,
      UnknownOrders orders) {
    this.reach = reach;
    this.fleet = fleet;
    this.streaks = streaks;
    this.reconfiguration = reconfiguration;
    this.identity = identity;
    this.orders = orders;
  }

  /** The calls for one question of this process about an account. */
  static CallContext context(AccountId account, Ids ids, TraderClock clock) {
    return new CallContext(
        account, "alerts", ids.nextRequestId(), Deadline.after(TIMEOUT), clock.now());
  }

  /** Every service as all its callers find it; waits a second for them at most. */
  List<ServiceObservation> services(Instant now) {
    calls.look(fleet.processes());
    List<ServiceObservation> seen = new ArrayList<>();
    for (ServiceName name : ServiceName.values()) {
      seen.add(
          new ServiceObservation(
              name.key(),
              streaks.of(name.key()),
              calls.sample(name.key(), now),
              calls.circuit(name.key())));
    }
    return seen;
  }

  /** Certificate and configuration of this device at every look, orders once a minute. */
  List<ConditionSeen> conditions(Instant now) {
    List<ConditionSeen> seen = new ArrayList<>();
    if (identity != null) {
      seen.add(
          warned(
              AlertRule.CERTIFICATE_ENDING, identity.warnings(), "valid to " + identity.validTo()));
    }
    seen.add(
        warned(
            AlertRule.CONFIGURATION_DIFFERS,
            reconfiguration.warnings(),
            "the files are what runs"));
    if (ordersAskedAt == null || !ordersAskedAt.plus(ORDERS_INTERVAL).isAfter(now)) {
      ordersAskedAt = now;
      seen.addAll(orders.look(now));
    }
    return seen;
  }

  private ConditionSeen warned(AlertRule rule, List<String> warnings, String well) {
    return new ConditionSeen(
        rule,
        reach.placement().device().id(),
        !warnings.isEmpty(),
        warnings.isEmpty() ? well : String.join("; ", warnings));
  }
}
