package dev.arduinotrader.platform.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.metrics.CallEnd;
import dev.arduinotrader.platform.metrics.CallInfo;
import dev.arduinotrader.platform.metrics.CallMethod;
import dev.arduinotrader.platform.metrics.CallMetrics;
import dev.arduinotrader.platform.metrics.CallSide;
import dev.arduinotrader.platform.placement.Endpoint;
import dev.arduinotrader.platform.resilience.BreakerView;
import dev.arduinotrader.platform.sample.Fixtures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FleetFiguresTest {
  private static final long MILLISECOND = 1_000_000;
  private static final Endpoint PLANNING = new Endpoint("10.0.0.2", 50051);
  private static final Endpoint SCORING = new Endpoint("10.0.0.2", 50052);
  private static final List<String> SERVICES = List.of("planning", "scoring", "gateway");
  private static final Map<Endpoint, Set<String>> BOTH =
      Map.of(PLANNING, Set.of("planning"), SCORING, Set.of("scoring"));

  private final Fixtures.HandClock clock = new Fixtures.HandClock();
  private final CallMetrics here = new CallMetrics();
  private final CallMetrics there = new CallMetrics();
  private final Map<Endpoint, Result<ProcessFigures>> answers = new ConcurrentHashMap<>();
  private final CountDownLatch hanging = new CountDownLatch(1);
  private final FleetFigures fleet =
      new FleetFigures(
          () ->
              ProcessFigures.of(
                  "here", "primary", List.of("gateway"), here, List.of(closed("planning"))),
          (endpoint, timeout) -> Objects.requireNonNull(answers.get(endpoint)),
          clock);

  @AfterEach
  void letGo() {
    hanging.countDown();
  }

  @Test
  void tellsOfEveryProcessOnceAlsoOfOneThatIsReachedTwiceOrSilentNow() {
    ProcessFigures other =
        ProcessFigures.of("there", "compute-1", List.of("planning", "scoring"), there, List.of());
    answers.put(PLANNING, Result.success(other));
    answers.put(SCORING, Result.success(other));
    assertThat(fleet.processes(BOTH.keySet()))
        .extracting(ProcessFigures::instanceId)
        .containsExactly("here", "there");

    answers.put(PLANNING, CommonReason.UNAVAILABLE.failure("gone"));
    answers.put(SCORING, CommonReason.UNAVAILABLE.failure("gone"));
    assertThat(fleet.processes(BOTH.keySet()))
        .extracting(ProcessFigures::instanceId)
        .containsExactly("here", "there");
    assertThat(fleet.processes(Set.of()))
        .extracting(ProcessFigures::instanceId)
        .containsExactly("here");
  }

  private static BreakerView closed(String service) {
    return new BreakerView(
        service, BreakerView.Kind.CLOSED, 1, Duration.ofSeconds(5), Duration.ZERO, 2, 3);
  }

  private static void call(CallMetrics metrics, CallSide side, String service, long millis) {
    metrics.ended(
        new CallInfo(side, CallMethod.ofJava(service, "getPlan"), "req-1", 1),
        new CallEnd(null, millis * MILLISECOND, millis * MILLISECOND));
  }

  private Result<ProcessFigures> told() {
    return Result.success(
        ProcessFigures.of("there", "compute", List.of("planning", "scoring"), there, List.of()));
  }

  private static Result<ProcessFigures> silence() {
    return CommonReason.UNAVAILABLE.failure("no route");
  }

  private ServicePicture look(String service) {
    return Objects.requireNonNull(fleet.look(SERVICES, BOTH).get(service));
  }

  private void answerAll(Result<ProcessFigures> answer) {
    answers.put(PLANNING, answer);
    answers.put(SCORING, answer);
  }

  @Test
  void countsAProcessOnceThoughItAnswersOnSeveralPorts() {
    call(here, CallSide.CLIENT, "planning", 12);
    call(there, CallSide.SERVER, "planning", 10);
    call(there, CallSide.LOCAL, "scoring", 2);
    answerAll(told());

    ServicePicture planning = look("planning");
    assertThat(planning.total().lifetime().totalCalls()).isEqualTo(1);
    assertThat(planning.total().lifetime().maxLatencyMillis()).isEqualTo(12.0);
    assertThat(Objects.requireNonNull(planning.answered().get("GetPlan")).lifetime().totalCalls())
        .isEqualTo(1);
    assertThat(planning.breakers())
        .containsExactly(new ServicePicture.Circuit("primary/gateway", closed("planning")));
    assertThat(planning.stale()).isFalse();
    assertThat(planning.age()).contains(Duration.ZERO);
    assertThat(look("scoring").total().recent().totalCalls()).isEqualTo(1);
  }

  @Test
  void keepsWhatASilentProcessToldLastWithItsAge() {
    call(there, CallSide.LOCAL, "scoring", 2);
    answerAll(told());
    look("scoring");

    answerAll(silence());
    clock.set(Fixtures.NOW.plusSeconds(90));
    ServicePicture scoring = look("scoring");
    assertThat(scoring.stale()).isTrue();
    assertThat(scoring.age()).contains(Duration.ofSeconds(90));
    assertThat(scoring.total().lifetime().totalCalls()).isEqualTo(1);
    assertThat(scoring.total().recent().totalCalls()).isEqualTo(1);
    assertThat(look("gateway").stale()).isFalse();

    clock.set(Fixtures.NOW.plusSeconds(300));
    assertThat(look("scoring").total().lifetime().totalCalls()).isEqualTo(1);
    assertThat(look("scoring").total().recent().totalCalls()).isZero();

    answerAll(told());
    assertThat(look("scoring").stale()).isFalse();
    assertThat(look("scoring").age()).contains(Duration.ZERO);
  }

  @Test
  void saysThatAProcessHasNeverBeenAsked() {
    answerAll(silence());
    call(here, CallSide.CLIENT, "planning", 12);

    assertThat(look("planning").stale()).isTrue();
    assertThat(look("planning").age()).isEmpty();
    assertThat(look("planning").total().lifetime().totalCalls()).isEqualTo(1);
  }

  @Test
  void marksACallerThatIsSilentInTheFiguresOfWhatItCalled() {
    call(there, CallSide.CLIENT, "gateway", 3);
    answerAll(told());
    look("gateway");
    answerAll(silence());

    assertThat(look("gateway").stale()).isTrue();
    assertThat(look("gateway").total().lifetime().totalCalls()).isEqualTo(1);
  }

  @Test
  void forgetsAProcessThatThePlacementNamesNoMore() {
    call(there, CallSide.LOCAL, "scoring", 2);
    answerAll(told());
    look("scoring");

    assertThat(fleet.look(SERVICES, Map.of()).get("scoring"))
        .isEqualTo(
            new ServicePicture(
                new java.util.TreeMap<>(),
                new java.util.TreeMap<>(),
                List.of(),
                false,
                java.util.Optional.of(Duration.ZERO)));
  }

  @Test
  void waitsNoLongerThanASecondForAProcessThatHangs() {
    FleetFigures patient =
        new FleetFigures(
            () -> ProcessFigures.of("here", "primary", List.of("gateway"), here, List.of()),
            (endpoint, timeout) -> {
              if (endpoint.equals(PLANNING)) {
                awaitQuietly();
              }
              return told();
            },
            clock);

    Map<String, ServicePicture> seen = patient.look(SERVICES, BOTH);

    assertThat(Objects.requireNonNull(seen.get("planning")).stale()).isTrue();
  }

  private void awaitQuietly() {
    try {
      hanging.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
