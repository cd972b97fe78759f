package dev.arduinotrader.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.call.TraderService;
import dev.arduinotrader.platform.lock.HighWater;
import dev.arduinotrader.platform.sample.Fixtures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final Fixtures.HandClock clock = new Fixtures.HandClock();

  /** A service of which only the health is asked. */
  private interface Patient extends TraderService {
    @Override
    default Result<Done> watchEvents(
        CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
      return Result.success(Done.DONE);
    }
  }

  private static Patient answering(boolean healthy) {
    return context ->
        Result.success(
            new ServiceHealth(healthy, "1", healthy ? "healthy" : "no disk", "test", List.of()));
  }

  private static SelfCheck check(String name, boolean healthy) {
    return new SelfCheck(name, () -> new ServiceHealth.Check(name, healthy, "seen"));
  }

  @Test
  void isHealthyWhenEveryCheckIs() {
    ServiceHealth health =
        new HealthReporter(clock, List.of(check("database", true), check("disk", true))).report();

    assertThat(health.healthy()).isTrue();
    assertThat(health.status()).isEqualTo("healthy");
    assertThat(health.version()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(health.clockBase()).isEqualTo("test");
    assertThat(health.checks()).hasSize(2);
  }

  @Test
  void namesEveryCheckThatFailsOrThrows() {
    SelfCheck broken =
        new SelfCheck(
            "clock",
            () -> {
              throw new IllegalStateException("stopped");
            });

    ServiceHealth health =
        new HealthReporter(clock, List.of(check("database", false), broken, check("disk", true)))
            .report();

    assertThat(health.healthy()).isFalse();
    assertThat(health.status())
        .isEqualTo("unhealthy: database: seen; clock: IllegalStateException: stopped");
  }

  @Test
  void checksTheDiskAndTheClock(@TempDir Path directory) {
    HighWater water = HighWater.open(directory, clock, Duration.ZERO).orElseThrow();
    water.raise().orElseThrow();

    assertThat(SelfChecks.diskSpace(directory, 1, 1).run())
        .matches(check -> check.healthy() && !check.warning());
    assertThat(SelfChecks.diskSpace(directory, 1, Long.MAX_VALUE).run())
        .matches(check -> check.healthy() && check.warning());
    assertThat(SelfChecks.diskSpace(directory, Long.MAX_VALUE, Long.MAX_VALUE).run().healthy())
        .isFalse();
    assertThat(SelfChecks.clock(water).run().healthy()).isTrue();
    clock.set(Fixtures.NOW.minusSeconds(1));
    assertThat(SelfChecks.clock(water).run().healthy()).isFalse();
  }

  @Test
  void saysHowMuchOfTheDiskIsFreeAndHowMuchIsWanted(@TempDir Path directory) {
    long megabyte = 1024 * 1024;

    assertThat(
            SelfChecks.disk(directory, 400 * megabyte, 16_000 * megabyte, megabyte, 500 * megabyte)
                .detail())
        .isEqualTo("400 MB free in " + directory + ", 2 % of the disk, expected at least 500 MB");
  }

  @Test
  void staysHealthyWithAWarningAndNamesIt() {
    SelfCheck old =
        new SelfCheck("prices", () -> new ServiceHealth.Check("prices", true, "old", true));

    ServiceHealth warned =
        new HealthReporter(clock, List.of(check("database", true), old)).report();
    assertThat(warned.healthy()).isTrue();
    assertThat(warned.status()).isEqualTo("healthy; warning: prices: old");

    ServiceHealth ill = warned.with(List.of(check("disk", false).run()));
    assertThat(ill.healthy()).isFalse();
    assertThat(ill.status()).isEqualTo("unhealthy: disk: seen");
    assertThat(ill.with(List.of(check("clock", false).run())).status())
        .isEqualTo("unhealthy: disk: seen; clock: seen");
    assertThat(ill.checks()).hasSize(3);
  }

  @Test
  void asksAllServicesAtOnceAndKeepsTheirOrder() {
    CountDownLatch never = new CountDownLatch(1);
    Patient hanging =
        context -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return CommonReason.UNKNOWN.failure("");
        };
    Patient crashing =
        context -> {
          throw new IllegalStateException("oops");
        };
    Patient unreachable = context -> CommonReason.UNAVAILABLE.failure("nobody there");
    Map<String, TraderService> services = new LinkedHashMap<>();
    services.put("planning", answering(true));
    services.put("scoring", answering(false));
    services.put("optimization", unreachable);
    services.put("portfolio", hanging);
    services.put("trading", crashing);

    List<ServiceState> states =
        new HealthProbe(clock, Fixtures.countedIds()).checkAll(services, Duration.ofMillis(200));
    never.countDown();

    assertThat(states)
        .extracting(ServiceState::service)
        .containsExactly("planning", "scoring", "optimization", "portfolio", "trading");
    assertThat(states)
        .extracting(ServiceState::state)
        .containsExactly(
            HealthState.HEALTHY,
            HealthState.UNHEALTHY,
            HealthState.UNHEALTHY,
            HealthState.UNHEALTHY,
            HealthState.UNHEALTHY);
    assertThat(states)
        .extracting(ServiceState::reason)
        .startsWith("healthy", "no disk", "UNAVAILABLE: nobody there", "no answer within 200 ms");
  }

  @Test
  void tellsChangesAndRemembersSinceWhen() throws InterruptedException {
    BlockingQueue<ServiceState> every = new LinkedBlockingQueue<>();
    BlockingQueue<ServiceState> changes = new LinkedBlockingQueue<>();
    BlockingQueue<Boolean> answers = new LinkedBlockingQueue<>();
    Patient steered =
        context -> {
          try {
            return answering(answers.take()).healthCheck(context);
          } catch (InterruptedException e) {
            return CommonReason.CANCELLED.failure("");
          }
        };
    WatchedService watched =
        new WatchedService("planning", steered, true, Duration.ofNanos(1), LONG);
    WatchedService ignored = new WatchedService("scoring", answering(true), false, LONG, LONG);

    try (FleetHealth fleet =
        FleetHealth.start(
            List.of(watched, ignored), clock, Fixtures.countedIds(), every::add, changes::add)) {
      assertThat(state(fleet, "planning").state()).isEqualTo(HealthState.UNKNOWN);
      answers.add(true);
      assertThat(next(changes).state()).isEqualTo(HealthState.HEALTHY);

      clock.set(Fixtures.NOW.plusSeconds(60));
      answers.add(true);
      Fixtures.await(
          "the second check is noted",
          () -> clock.now().equals(state(fleet, "planning").checkedAt()));
      assertThat(state(fleet, "planning").since()).isEqualTo(Fixtures.NOW);

      answers.add(false);
      ServiceState sick = next(changes);
      assertThat(sick.state()).isEqualTo(HealthState.UNHEALTHY);
      assertThat(sick.reason()).isEqualTo("no disk");
      assertThat(sick.since()).isEqualTo(clock.now());
      assertThat(state(fleet, "scoring").state()).isEqualTo(HealthState.UNKNOWN);
      assertThat(every).hasSize(3);
      assertThat(fleet.states().keySet()).containsExactly("planning", "scoring");
    }
  }

  private static ServiceState state(FleetHealth fleet, String service) {
    return Objects.requireNonNull(fleet.states().get(service));
  }

  private static ServiceState next(BlockingQueue<ServiceState> changes)
      throws InterruptedException {
    return Objects.requireNonNull(changes.poll(10, TimeUnit.SECONDS));
  }
}
