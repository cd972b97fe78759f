package dev.arduinotrader.platform.health;

import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.time.TraderClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Follows the health of all services, each at its own pace. */
public final class FleetHealth implements AutoCloseable {
  private final HealthProbe probe;
  private final Consumer<ServiceState> onAnswer;
  private final Consumer<ServiceState> onChange;
  private final Map<String, ServiceState> states =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Thread> watchers = new ArrayList<>();

  private FleetHealth(
      TraderClock clock,
      Ids ids,
      Consumer<ServiceState> onAnswer,
      Consumer<ServiceState> onChange) {
    this.onAnswer = onAnswer;
    this.probe = new HealthProbe(clock, ids);
    this.onChange = onChange;
  }

  /**
   * Begins to ask, at once and then in each service's interval.
   *
   * @param onAnswer is told of every single observation; must be quick
   * @param onChange is told when a service's state becomes another one; must be quick
   */
  public static FleetHealth start(
      List<WatchedService> services,
      TraderClock clock,
      Ids ids,
      Consumer<ServiceState> onAnswer,
      Consumer<ServiceState> onChange) {
    FleetHealth fleet = new FleetHealth(clock, ids, onAnswer, onChange);
    for (WatchedService service : services) {
      String reason = service.enabled() ? "not asked yet" : "its health check is switched off";
      fleet.states.put(
          service.service(), ServiceState.unknown(service.service(), reason, clock.now()));
    }
    services.stream().filter(WatchedService::enabled).forEach(fleet::watch);
    return fleet;
  }

  private void watch(WatchedService service) {
    watchers.add(
        Thread.ofVirtual().name("health of " + service.service()).start(() -> run(service)));
  }

  private void run(WatchedService service) {
    try {
      do {
        ServiceState seen = probe.check(service.service(), service.client(), service.timeout());
        if (closed.getCount() > 0) {
          note(seen);
        }
      } while (!closed.await(service.interval().toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(ServiceState seen) {
    onAnswer.accept(seen);
    ServiceState before = states.get(seen.service());
    ServiceState now = before == null ? seen : seen.after(before);
    states.put(now.service(), now);
    if (before == null || before.state() != now.state()) {
      onChange.accept(now);
    }
  }

  /** The last seen state of every service, in the order in which they were given. */
  public Map<String, ServiceState> states() {
    synchronized (states) {
      return Collections.unmodifiableMap(new LinkedHashMap<>(states));
    }
  }

  /** The longest that {@link #close} waits for a running check. */
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

  /** Asks no more. */
  @Override
  public void close() {
    closed.countDown();
    try {
      for (Thread watcher : watchers) {
        watcher.interrupt();
        watcher.join(CLOSE_TIMEOUT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
