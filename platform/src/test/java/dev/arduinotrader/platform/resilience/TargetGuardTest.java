package dev.arduinotrader.platform.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.metrics.CallMethod;
import dev.arduinotrader.platform.resilience.model.BreakerRules;
import dev.arduinotrader.platform.resilience.model.RetryRules;
import dev.arduinotrader.platform.sample.Fixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TargetGuardTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final CallMethod ASK = CallMethod.ofJava("sample", "ask");
  private static final Problem DOWN = CommonReason.UNAVAILABLE.problem("down");
  private static final int SEEDS = 300;
  private static final int CALLS = 200;

  private long nowNanos;
  private final List<Duration> pauses = new ArrayList<>();
  private final AtomicInteger attempts = new AtomicInteger();

  private TargetGuard guard(int retriesMax, int callsMax) {
    CallRules rules =
        new CallRules(new RetryRules(retriesMax, SECOND), BreakerRules.DEFAULT, callsMax);
    return new TargetGuard(
        "sample",
        () -> rules,
        () -> nowNanos,
        () -> 0.5,
        pause -> {
          pauses.add(pause);
          nowNanos += pause.toNanos();
          return true;
        });
  }

  private Result<String> call(TargetGuard guard, boolean repeatable, Problem... failures) {
    return guard.call(
        ASK,
        () -> repeatable,
        Deadline.after(Duration.ofHours(1)),
        number -> {
          attempts.incrementAndGet();
          return number <= failures.length
              ? Result.failure(failures[number - 1])
              : Result.success("answer");
        });
  }

  @Test
  void repeatsUntilTheAnswerComes() {
    assertThat(call(guard(3, 10), true, DOWN, DOWN).orElseThrow()).isEqualTo("answer");
    assertThat(pauses).containsExactly(SECOND, SECOND.multipliedBy(2));
  }

  @Test
  void givesTheLastFailureWhenTheRetriesAreUsedUp() {
    assertThat(call(guard(2, 10), true, DOWN, DOWN, DOWN).problemOrThrow()).isEqualTo(DOWN);
    assertThat(attempts).hasValue(3);
  }

  @Test
  void neverRepeatsACallThatMayNotBe() {
    assertThat(call(guard(3, 10), false, DOWN).isSuccess()).isFalse();
    assertThat(attempts).hasValue(1);
  }

  @Test
  void repeatsOnlyWhatCouldNotBeReached() {
    for (CommonReason reason : CommonReason.values()) {
      attempts.set(0);
      call(guard(3, 10), true, reason.problem("no"));
      assertThat(attempts.get())
          .as("%s", reason)
          .isEqualTo(reason == CommonReason.UNAVAILABLE ? 2 : 1);
    }
  }

  @Test
  void doesNotRepeatWhatAServiceRefusesWithACodeOfItsOwn() {
    call(guard(3, 10), true, CallReason.CIRCUIT_OPEN.problem("something behind it is down"));

    assertThat(attempts).hasValue(1);
  }

  @Test
  void refusesAfterFiveFailuresAndSaysWhenItTriesAgain() {
    TargetGuard guard = guard(0, 10);
    for (int i = 0; i < 5; i++) {
      call(guard, true, DOWN);
    }
    Problem refusal = call(guard, true).problemOrThrow();

    assertThat(attempts).hasValue(5);
    assertThat(refusal.code()).isEqualTo("CIRCUIT_OPEN");
    assertThat(refusal.message()).contains("sample failed too often").contains("again in 60 s");
    assertThat(guard.breaker().state()).isEqualTo(BreakerView.Kind.OPEN);
    nowNanos += Duration.ofSeconds(60).toNanos();
    assertThat(call(guard, true).isSuccess()).isTrue();
    assertThat(guard.breaker().state()).isEqualTo(BreakerView.Kind.HALF_OPEN);
    assertThat(call(guard, true).isSuccess()).isTrue();
    assertThat(guard.breaker().state()).isEqualTo(BreakerView.Kind.CLOSED);
  }

  @Test
  void countsNeitherRefusalsNorOurOwnDeparture() {
    TargetGuard guard = guard(0, 10);
    for (int i = 0; i < 20; i++) {
      call(guard, true, CommonReason.INVALID_ARGUMENT.problem("wrong"));
      call(guard, true, CommonReason.NOT_FOUND.problem("none"));
      call(guard, true, CommonReason.CANCELLED.problem("gone"));
      call(guard, true, CallReason.CIRCUIT_OPEN.problem("further on"));
    }
    assertThat(guard.breaker().state()).isEqualTo(BreakerView.Kind.CLOSED);
    assertThat(guard.breaker().failuresInRow()).isZero();
  }

  @Test
  void alwaysTriesToHaltAndToAskForHealth() {
    TargetGuard guard = guard(0, 10);
    for (int i = 0; i < 5; i++) {
      call(guard, true, DOWN);
    }
    for (String name : List.of("halt", "healthCheck", "watchEvents")) {
      Result<String> result =
          guard.call(
              CallMethod.ofJava("trading", name),
              () -> false,
              Deadline.after(SECOND),
              number -> Result.success("done"));
      assertThat(result.isSuccess()).as(name).isTrue();
    }
  }

  @Test
  void refusesQuicklyWhenAsManyCallsWaitAsMay() throws InterruptedException {
    TargetGuard guard = guard(0, 1);
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<Result<String>> first =
        Fixtures.inBackground(
            () ->
                guard.call(
                    ASK,
                    () -> false,
                    Deadline.after(Duration.ofSeconds(20)),
                    number -> {
                      entered.countDown();
                      awaitQuietly(release);
                      return Result.success("first");
                    }));
    entered.await();

    Problem refusal = call(guard, true).problemOrThrow();
    release.countDown();

    assertThat(refusal.code()).isEqualTo("TARGET_BUSY");
    assertThat(first.join().isSuccess()).isTrue();
    assertThat(call(guard, true).isSuccess()).isTrue();
  }

  @Test
  void letsOneOfManyTryWhenTheBreakerIsHalfOpen() throws InterruptedException {
    TargetGuard guard = guard(0, 200);
    for (int i = 0; i < 5; i++) {
      call(guard, true, DOWN);
    }
    nowNanos += Duration.ofSeconds(60).toNanos();
    CountDownLatch refused = new CountDownLatch(99);
    AtomicInteger reached = new AtomicInteger();
    List<CompletableFuture<Result<String>>> callers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      callers.add(
          Fixtures.inBackground(
              () -> {
                Result<String> answer =
                    guard.call(
                        ASK,
                        () -> false,
                        Deadline.after(Duration.ofSeconds(20)),
                        number -> {
                          reached.incrementAndGet();
                          awaitQuietly(refused);
                          return Result.success("well");
                        });
                if (!answer.isSuccess()) {
                  refused.countDown();
                }
                return answer;
              }));
    }
    List<Result<String>> answers = callers.stream().map(CompletableFuture::join).toList();

    assertThat(reached).hasValue(1);
    assertThat(answers.stream().filter(Result::isSuccess)).hasSize(1);
    assertThat(answers.stream().filter(answer -> !answer.isSuccess()))
        .allSatisfy(answer -> assertThat(answer.problemOrThrow().code()).isEqualTo("CIRCUIT_OPEN"));
    assertThat(call(guard, true).isSuccess()).isTrue();
    assertThat(guard.breaker().state()).isEqualTo(BreakerView.Kind.CLOSED);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void forgetsTheOldTargetWhenThereIsANewOne() {
    TargetGuard guard = guard(0, 10);
    for (int i = 0; i < 5; i++) {
      call(guard, true, DOWN);
    }
    guard.reset();

    assertThat(call(guard, true).isSuccess()).isTrue();
  }

  @Test
  void neverSendsMoreThanItsRulesAllowOnRandomOutcomes() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int retriesMax = random.nextInt(6);
      TargetGuard guard = guard(retriesMax, 10);
      double reliability = random.nextDouble();
      nowNanos = 0;
      int retries = 0;
      double tokens = 100;
      for (int i = 0; i < CALLS; i++) {
        boolean repeatable = random.nextBoolean();
        attempts.set(0);
        boolean wasOpen =
            guard.breaker().state() == BreakerView.Kind.OPEN
                && guard.breaker().nextTryIn().isPositive();
        Result<String> result = callRandomly(guard, repeatable, random, reliability);
        int made = attempts.get();
        assertThat(made).as("seed %d", seed).isBetween(wasOpen ? 0 : 1, 1 + retriesMax);
        if (!repeatable || tokens <= 50) {
          assertThat(made).as("seed %d", seed).isLessThanOrEqualTo(1);
        }
        if (wasOpen) {
          assertThat(made).as("seed %d", seed).isZero();
        }
        int failed = result.isSuccess() ? made - 1 : made;
        tokens = Math.min(100, Math.max(0, tokens - failed) + (result.isSuccess() ? 0.1 : 0));
        retries += Math.max(0, made - 1);
        nowNanos += random.nextLong(Duration.ofSeconds(20).toNanos());
      }
      assertThat(retries).as("seed %d", seed).isLessThanOrEqualTo(50 + CALLS);
    }
  }

  private Result<String> callRandomly(
      TargetGuard guard, boolean repeatable, Random random, double reliability) {
    return guard.call(
        ASK,
        () -> repeatable,
        Deadline.after(Duration.ofHours(1)),
        number -> {
          attempts.incrementAndGet();
          return random.nextDouble() < reliability
              ? Result.success("answer")
              : Result.failure(DOWN);
        });
  }
}
