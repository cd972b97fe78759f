package dev.arduinotrader.app.system;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.platform.alert.HealthStreaks;
import dev.arduinotrader.platform.alert.model.AlertRule;
import dev.arduinotrader.platform.alert.model.CallSample;
import dev.arduinotrader.platform.alert.model.CircuitSeen;
import dev.arduinotrader.platform.alert.model.ConditionSeen;
import dev.arduinotrader.platform.alert.model.ServiceObservation;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.metrics.CallCounts;
import dev.arduinotrader.platform.metrics.CallMetrics;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.platform.tls.TlsIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the gateway's process sees that may be worth an alert. Not for several threads. */
final class AlertSources {
  private static final Duration ORDERS_INTERVAL = Duration.ofMinutes(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Reach reach;
  private final CallMetrics metrics;
  private final HealthStreaks streaks;
  private final Reconfiguration reconfiguration;
  private final @Nullable TlsIdentity identity;
  private final UnknownOrders orders;
  private @Nullable Instant ordersAskedAt;

  AlertSources(
      Reach reach,
      CallMetrics metrics,
      HealthStreaks streaks,
      Reconfiguration reconfiguration,
      @Nullable TlsIdentity identity,
      UnknownOrders orders) {
    this.reach = reach;
    this.metrics = metrics;
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

  /** Every service as callers here find it. */
  List<ServiceObservation> services(Instant now) {
    Map<String, CallCounts> called = metrics.calledSoFar();
    List<ServiceObservation> seen = new ArrayList<>();
    for (ServiceName name : ServiceName.values()) {
      CallCounts counts = called.getOrDefault(name.key(), CallCounts.NONE);
      seen.add(
          new ServiceObservation(
              name.key(),
              streaks.of(name.key()),
              new CallSample(
                  now, counts.totalCalls(), counts.failedCalls(), counts.latencyNanosSum()),
              circuit(name)));
    }
    return seen;
  }

  private CircuitSeen circuit(ServiceName name) {
    return reach
        .brokenCircuit(name)
        .map(
            view ->
                switch (view.state()) {
                  case CLOSED -> CircuitSeen.CLOSED;
                  case HALF_OPEN -> CircuitSeen.HALF_OPEN;
                  case OPEN -> CircuitSeen.OPEN;
                })
        .orElse(CircuitSeen.CLOSED);
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
