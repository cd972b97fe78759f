package dev.arduinotrader.platform.health;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.Answers;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.call.ProcessFacts;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.call.TraderService;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.time.TraderClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Asks services how they are, once. */
public final class HealthProbe {
  private static final String ACTOR = "health";

  private final TraderClock clock;
  private final Ids ids;

  public HealthProbe(TraderClock clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Asks all of them at the same time.
   *
   * @param timeout after which a service without an answer counts as unhealthy
   * @return one state for each, in the order of the map
   */
  public List<ServiceState> checkAll(Map<String, TraderService> services, Duration timeout) {
    List<Map.Entry<String, TraderService>> entries =
        List.copyOf(new LinkedHashMap<>(services).entrySet());
    AtomicReferenceArray<ServiceState> states = new AtomicReferenceArray<>(entries.size());
    CountDownLatch missing = new CountDownLatch(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      int index = i;
      Map.Entry<String, TraderService> entry = entries.get(i);
      Thread.ofVirtual()
          .start(
              () -> {
                states.set(index, check(entry.getKey(), entry.getValue(), timeout));
                missing.countDown();
              });
    }
    await(missing, timeout);
    return java.util.stream.IntStream.range(0, entries.size())
        .mapToObj(
            index -> {
              ServiceState state = states.get(index);
              return state == null ? silent(entries.get(index).getKey(), timeout) : state;
            })
        .toList();
  }

  private static void await(CountDownLatch missing, Duration timeout) {
    try {
      missing.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks one service. */
  ServiceState check(String service, TraderService client, Duration timeout) {
    CallContext context =
        new CallContext(
            AccountId.SHARED, ACTOR, ids.nextRequestId(), Deadline.after(timeout), clock.now());
    Result<ServiceHealth> result =
        Answers.of(context.requestId(), () -> client.healthCheck(context));
    Instant now = clock.now();
    return switch (result) {
      case Result.Success<ServiceHealth>(ServiceHealth health) ->
          new ServiceState(
              service,
              health.healthy() ? HealthState.HEALTHY : HealthState.UNHEALTHY,
              reason(health),
              health,
              now,
              now);
      case Result.Failure<ServiceHealth>(Problem problem) ->
          new ServiceState(service, HealthState.UNHEALTHY, problem.toString(), null, now, now);
    };
  }

  /** Warnings are no illness, but whoever looks should see them. */
  private static String reason(ServiceHealth health) {
    List<String> warnings = health.process().map(ProcessFacts::warnings).orElse(List.of());
    return warnings.isEmpty()
        ? health.status()
        : health.status() + "; warning: " + String.join("; warning: ", warnings);
  }

  private ServiceState silent(String service, Duration timeout) {
    Instant now = clock.now();
    String reason = "no answer within " + timeout.toMillis() + " ms";
    return new ServiceState(service, HealthState.UNHEALTHY, reason, null, now, now);
  }
}
