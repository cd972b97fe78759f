package dev.arduinotrader.platform.alert.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertRulesTest {
  private static final HealthSeen WELL = new HealthSeen(true, 0, "ready");
  private static final long MILLISECOND = 1_000_000;

  private Instant now = Instant.parse("2026-11-23T10:00:00Z");
  private AlertState state = AlertState.startingWith(List.of());
  private long calls;
  private long failures;
  private long nanos;

  private List<String> see(HealthSeen health, CircuitSeen circuit) {
    CallSample sample = new CallSample(now, calls, failures, nanos);
    AlertRules.Step step =
        AlertRules.step(
            state,
            List.of(new ServiceObservation("scoring", health, sample, circuit)),
            List.of(),
            now);
    state = step.next();
    return step.news().stream().map(AlertRulesTest::shortly).toList();
  }

  private static String shortly(AlertNews news) {
    return switch (news) {
      case AlertNews.Began began -> "+" + began.alert().rule();
      case AlertNews.Ended ended -> "-" + ended.alert().rule();
    };
  }

  private List<String> see() {
    return see(WELL, CircuitSeen.CLOSED);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private void called(long succeeded, long failed, long millisEach) {
    calls += succeeded + failed;
    failures += failed;
    nanos += (succeeded + failed) * millisEach * MILLISECOND;
  }

  private List<String> unhealthy(int failuresInRow) {
    return see(new HealthSeen(true, failuresInRow, "no answer"), CircuitSeen.CLOSED);
  }

  @Test
  void tellsOfTheThirdFailedHealthCheckOnceAndOfTheFirstGoodOne() {
    assertThat(unhealthy(1)).isEmpty();
    assertThat(unhealthy(2)).isEmpty();
    assertThat(unhealthy(3)).containsExactly("+SERVICE_DOWN");
    assertThat(unhealthy(4)).isEmpty();
    assertThat(state.firing()).hasSize(1);
    assertThat(see()).containsExactly("-SERVICE_DOWN");
    assertThat(see()).isEmpty();
    assertThat(state.firing()).isEmpty();
  }

  @Test
  void keepsWhatWasWrongBeforeARestartUntilThereIsEvidence() {
    FiringAlert before = new FiringAlert(AlertRule.SERVICE_DOWN, "scoring", now, "down");
    state = AlertState.startingWith(List.of(before));

    assertThat(see(HealthSeen.NEVER, CircuitSeen.CLOSED)).isEmpty();
    assertThat(unhealthy(1)).isEmpty();
    assertThat(state.firing()).containsExactly(before);
    assertThat(see()).containsExactly("-SERVICE_DOWN");
  }

  @Test
  void tellsOfAnOpenCircuitUntilItIsClosedAgain() {
    assertThat(see(WELL, CircuitSeen.HALF_OPEN)).isEmpty();
    assertThat(see(WELL, CircuitSeen.OPEN)).containsExactly("+CIRCUIT_OPEN");
    assertThat(see(WELL, CircuitSeen.HALF_OPEN)).isEmpty();
    assertThat(see(WELL, CircuitSeen.OPEN)).isEmpty();
    assertThat(see(WELL, CircuitSeen.CLOSED)).containsExactly("-CIRCUIT_OPEN");
  }

  @Test
  void tellsOfCallsThatAreSlowForFiveMinutesAndNotEarlier() {
    see();
    for (int minute = 0; minute < 5; minute++) {
      pass(Duration.ofMinutes(1));
      called(3, 0, 1_001);
      assertThat(see()).as("minute " + minute).isEmpty();
    }
    pass(Duration.ofMinutes(1));
    called(3, 0, 1_001);
    assertThat(see()).containsExactly("+SLOW_ANSWERS");

    pass(Duration.ofMinutes(1));
    called(3, 0, 1_000);
    assertThat(see()).containsExactly("-SLOW_ANSWERS");
  }

  @Test
  void takesOneSlowCallForNoSlowService() {
    see();
    called(1, 0, 30_000);
    for (int minute = 0; minute < 12; minute++) {
      pass(Duration.ofMinutes(1));
      assertThat(see()).isEmpty();
    }
  }

  @Test
  void beginsToCountSlowMinutesAnewAfterAFastOne() {
    see();
    for (int minute = 0; minute < 30; minute++) {
      pass(Duration.ofMinutes(1));
      called(1, 0, minute % 5 == 4 ? 10 : 5_000);
      assertThat(see()).isEmpty();
    }
  }

  @Test
  void endsSlownessWhenNobodyCallsForFiveMinutes() {
    tellsOfCallsThatAreSlowUpToTheAlert();
    pass(Duration.ofMinutes(4));
    assertThat(see()).isEmpty();
    pass(Duration.ofMinutes(1));
    assertThat(see()).containsExactly("-SLOW_ANSWERS");
  }

  private void tellsOfCallsThatAreSlowUpToTheAlert() {
    see();
    for (int minute = 0; minute < 6; minute++) {
      pass(Duration.ofMinutes(1));
      called(1, 0, 2_000);
      see();
    }
    assertThat(state.firing()).extracting(FiringAlert::rule).contains(AlertRule.SLOW_ANSWERS);
  }

  @Test
  void tellsOfFewerThanNinetyFivePercentOfAtLeastTwentyCalls() {
    see();
    pass(Duration.ofSeconds(5));
    called(0, 19, 1);
    assertThat(see()).as("19 calls are too few to judge").isEmpty();
    pass(Duration.ofSeconds(5));
    called(1, 0, 1);
    assertThat(see()).containsExactly("+FAILING_CALLS");

    called(18, 0, 1);
    pass(Duration.ofMinutes(6));
    assertThat(see()).as("fewer than 20 since, and the bad ones before").isEmpty();
    called(2, 0, 1);
    pass(Duration.ofMinutes(6));
    assertThat(see()).containsExactly("-FAILING_CALLS");
  }

  @Test
  void staysQuietAtExactlyNinetyFivePercent() {
    see();
    pass(Duration.ofSeconds(5));
    called(19, 1, 1);
    assertThat(see()).isEmpty();
  }

  @Test
  void neverEndsFailingCallsBecauseNobodyCalls() {
    see();
    pass(Duration.ofSeconds(5));
    called(0, 20, 1);
    assertThat(see()).containsExactly("+FAILING_CALLS");
    for (int hour = 0; hour < 48; hour++) {
      pass(Duration.ofHours(1));
      assertThat(see()).isEmpty();
    }
  }

  @Test
  void beginsAnewWhenTheFiguresDo() {
    called(100, 0, 1);
    see();
    calls = 0;
    failures = 0;
    nanos = 0;
    pass(Duration.ofSeconds(5));
    called(1, 0, 1);
    assertThat(see()).isEmpty();
    pass(Duration.ofSeconds(5));
    called(0, 20, 1);
    assertThat(see()).containsExactly("+FAILING_CALLS");
  }

  @Test
  void tellsEachBeginningAndEndInTurnWhateverHappens() {
    for (long seed = 1; seed <= 50; seed++) {
      Random random = new Random(seed);
      state = AlertState.startingWith(List.of());
      Set<String> open = new HashSet<>();
      int inRow = 0;
      for (int i = 0; i < 400; i++) {
        pass(Duration.ofSeconds(random.nextInt(1, 120)));
        called(random.nextInt(10), random.nextInt(4), random.nextInt(2_000));
        inRow = random.nextInt(4) == 0 ? 0 : inRow + 1;
        CircuitSeen circuit = List.of(CircuitSeen.values()).get(random.nextInt(3));
        for (String news : new ArrayList<>(see(new HealthSeen(true, inRow, "x"), circuit))) {
          String rule = news.substring(1);
          assertThat(news.startsWith("+") ? open.add(rule) : open.remove(rule))
              .as("seed %d, step %d: %s", seed, i, news)
              .isTrue();
        }
        assertThat(state.firing())
            .as("seed %d, step %d", seed, i)
            .extracting(alert -> alert.rule().name())
            .containsExactlyInAnyOrderElementsOf(open);
        assertThat(state.calls().getOrDefault("scoring", CallWatch.NONE).samples())
            .hasSizeLessThan(330);
      }
    }
  }

  private List<String> seeUnknownOrder(boolean holds) {
    AlertRules.Step step =
        AlertRules.step(
            state,
            List.of(),
            List.of(new ConditionSeen(AlertRule.ORDER_UNKNOWN, "paper-1", holds, "seen")),
            now);
    state = step.next();
    return step.news().stream().map(AlertRulesTest::shortly).toList();
  }

  @Test
  void tellsOfAConditionOnceAndKeepsItWhileNobodyCanLook() {
    assertThat(seeUnknownOrder(false)).isEmpty();
    assertThat(seeUnknownOrder(true)).containsExactly("+ORDER_UNKNOWN");
    assertThat(seeUnknownOrder(true)).isEmpty();
    assertThat(see()).as("not looked at").isEmpty();
    assertThat(state.firing()).hasSize(1);
    assertThat(seeUnknownOrder(false)).containsExactly("-ORDER_UNKNOWN");
  }
}
