package dev.arduinotrader.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.optimization.FakeOptimization;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.scoring.BatchScoreRequest;
import dev.arduinotrader.scoring.BatchScores;
import dev.arduinotrader.scoring.FakeScoring;
import dev.arduinotrader.scoring.ScoreRequest;
import dev.arduinotrader.scoring.ScoringService;
import dev.arduinotrader.scoring.SecurityScore;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.MovedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Several callers of the same plan, callers who leave, and work that fails. */
class PlanFlightTest {
  private final Snapshot snapshot = new RandomWorlds(42, 12).world().snapshot();
  private final HeldScoring scoring = new HeldScoring();
  private final PlanningService planning =
      PlanningModule.local(scoring, new FakeOptimization(), new MovedClock(World.NOW), "test");

  private Result<Plan> create(ProgressSink<PlanProgress> sink) {
    return planning.createPlan(Contexts.at(World.NOW), new PlanRequest(snapshot), sink);
  }

  @Test
  void computesASnapshotOnceForEverybodyWhoAsksAtTheSameTime()
      throws InterruptedException, ExecutionException {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Result<Plan>>> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        answers.add(callers.submit(() -> create(ProgressSink.ignoring())));
      }
      scoring.entered.await();
      scoring.release.countDown();
      Plan first = answers.getFirst().get().orElseThrow();
      for (Future<Result<Plan>> answer : answers) {
        assertThat(answer.get().orElseThrow()).isEqualTo(first);
      }
    }
    assertThat(scoring.fake.calls()).isOne();
  }

  @Test
  void goesOnForTheOthersWhenOneCallerLeaves() throws InterruptedException, ExecutionException {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch joined = new CountDownLatch(1);
      Future<Result<Plan>> stays = callers.submit(() -> create(progress -> joined.countDown()));
      joined.await();
      Problem left = create(new Collected<>(0)).problemOrThrow();
      scoring.release.countDown();

      assertThat(left.kind()).isEqualTo(FailureKind.CANCELLED);
      assertThat(stays.get().isSuccess()).isTrue();
    }
    assertThat(scoring.fake.calls()).isOne();
  }

  @Test
  void startsAnewAfterEverybodyHasLeft() {
    Problem left = create(new Collected<>(1)).problemOrThrow();
    scoring.release.countDown();

    assertThat(left.kind()).isEqualTo(FailureKind.CANCELLED);
    assertThat(create(ProgressSink.ignoring()).isSuccess()).isTrue();
  }

  @Test
  void tellsHowFarItWasWhenTheDeadlinePasses() {
    CallContext soon = Contexts.at(World.NOW).within(Duration.ofMillis(30));

    Problem late =
        planning
            .createPlan(soon, new PlanRequest(snapshot), ProgressSink.ignoring())
            .problemOrThrow();
    scoring.release.countDown();

    assertThat(late.kind()).isEqualTo(FailureKind.DEADLINE_EXCEEDED);
    assertThat(late.message()).contains("the plan was not finished in time: 0 %");
  }

  @Test
  void failsLoudlyAndKeepsNothingWhenTheWorkHasAFault() {
    scoring.fault = new IllegalStateException("a calculator broke");
    scoring.release.countDown();

    assertThatThrownBy(() -> create(ProgressSink.ignoring()))
        .hasMessage("making the plan failed")
        .hasRootCauseMessage("a calculator broke");
    scoring.fault = null;
    assertThat(create(ProgressSink.ignoring()).isSuccess()).isTrue();
  }

  @Test
  void repeatsTheProgressOfALongStep() {
    PlanFlight flight = new PlanFlight(Duration.ofMillis(1));
    assertThat(flight.join()).isTrue();
    flight.report(30, "optimising");
    flight.report(10, "never less");
    List<PlanProgress> seen = new ArrayList<>();

    Result<Plan> result =
        flight.follow(
            Contexts.at(World.NOW),
            progress -> {
              seen.add(progress);
              if (seen.size() == 5) {
                flight.land(PlanningReason.NOTHING_TO_OPTIMISE.failure("enough seen"));
              }
            });

    assertThat(result.isSuccess()).isFalse();
    assertThat(seen).hasSize(5).containsOnly(new PlanProgress(30, "never less"));
  }

  @Test
  void takesNobodyOnBoardOnceItIsGivenUp() {
    PlanFlight flight = new PlanFlight(Duration.ofSeconds(2));
    flight.join();

    Result<Plan> result = flight.follow(Contexts.at(World.NOW), new Collected<>(0));

    assertThat(result.problemOrThrow().kind()).isEqualTo(FailureKind.CANCELLED);
    assertThat(flight.isAbandoned()).isTrue();
    assertThat(flight.join()).isFalse();
  }

  /** Scoring that answers only once it is released. */
  private static final class HeldScoring implements ScoringService {
    final FakeScoring fake = new FakeScoring();
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);
    volatile @Nullable RuntimeException fault;

    @Override
    public Result<BatchScores> batchScoreSecurities(
        CallContext context, BatchScoreRequest request) {
      entered.countDown();
      try {
        release.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      RuntimeException thrown = fault;
      if (thrown != null) {
        throw thrown;
      }
      for (Isin isin : request.isins()) {
        fake.withScore(isin, 0.5);
      }
      return fake.batchScoreSecurities(context, request);
    }

    @Override
    public Result<SecurityScore> scoreSecurity(CallContext context, ScoreRequest request) {
      return fake.scoreSecurity(context, request);
    }

    @Override
    public Result<ServiceHealth> healthCheck(CallContext context) {
      return fake.healthCheck(context);
    }

    @Override
    public Result<Done> watchEvents(
        CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
      return fake.watchEvents(context, afterSequence, events);
    }
  }
}
