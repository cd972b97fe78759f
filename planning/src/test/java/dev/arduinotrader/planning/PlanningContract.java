package dev.arduinotrader.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.testkit.Contexts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every way of calling planning keeps. */
abstract class PlanningContract {
  final Services services = new RandomWorlds(42, 12).services();
  final Snapshot snapshot = new RandomWorlds(42, 12).world().snapshot();
  final CallContext context = Contexts.at(World.NOW);

  /** The service under test, made once around the local one of {@link #services}. */
  abstract PlanningService service();

  private Result<Plan> create(Snapshot of) {
    return service().createPlan(context, new PlanRequest(of), ProgressSink.ignoring());
  }

  @Test
  void makesThePlanThatThePureCoreMakes() {
    Plan expected = new RandomWorlds(42, 12).services().result(snapshot).orElseThrow();

    Plan plan = create(snapshot).orElseThrow();

    assertThat(plan.steps()).isNotEmpty();
    assertThat(plan.rejected()).isNotEmpty();
    assertThat(plan.alternatives()).isNotEmpty();
    assertThat(plan).isEqualTo(expected);
  }

  @Test
  void sendsProgressThatNeverFallsAndThePlanLast() {
    Collected<PlanProgress> progress = new Collected<>();

    Result<Plan> plan = service().createPlan(context, new PlanRequest(snapshot), progress);

    assertThat(plan.isSuccess()).isTrue();
    List<Integer> percents = progress.parts().stream().map(PlanProgress::percent).toList();
    assertThat(percents).isSorted().allMatch(percent -> percent >= 0 && percent <= 100);
    assertThat(percents.getLast()).isEqualTo(100);
    assertThat(progress.parts()).noneMatch(part -> part.step().isBlank());
  }

  @Test
  void plansTheSameSnapshotOnce() {
    Plan first = create(snapshot).orElseThrow();
    Plan second = create(snapshot).orElseThrow();

    assertThat(second).isEqualTo(first);
    assertThat(services.scoring.calls()).isOne();
  }

  @Test
  void givesAPlanByItsHashAndByTheIdentityOfItsSnapshot() {
    Plan plan = create(snapshot).orElseThrow();

    assertThat(service().getPlan(context, plan.planHash()).orElseThrow()).isEqualTo(plan);
    assertThat(service().getBestResult(context, plan.identityHash()).orElseThrow()).isEqualTo(plan);
  }

  @Test
  void doesNotFindWhatItHasNotMade() {
    Problem byHash = service().getPlan(context, "no such hash").problemOrThrow();
    Problem byIdentity = service().getBestResult(context, "no such identity").problemOrThrow();

    assertThat(byHash.kind()).isEqualTo(FailureKind.NOT_FOUND);
    assertThat(byHash.message()).contains("'no such hash'", "gateway's archive");
    assertThat(byIdentity.kind()).isEqualTo(FailureKind.NOT_FOUND);
  }

  @Test
  void listsTheNewestPlansFirst() {
    Plan older = create(snapshot).orElseThrow();
    Plan newer =
        create(new RandomWorlds(42, 12).world().cash("100", Currency.EUR).snapshot()).orElseThrow();

    assertThat(service().listPlans(context, 10).orElseThrow().plans())
        .containsExactly(newer, older);
    assertThat(service().listPlans(context, 1).orElseThrow().plans()).containsExactly(newer);
    assertThat(service().listPlans(context, 0).problemOrThrow().message())
        .contains("expected at least 1, found 0");
  }

  @Test
  void showsAnAccountItsOwnPlansOnly() {
    Plan plan = create(snapshot).orElseThrow();
    CallContext other = context.withAccount(AccountId.of("paper-2"));

    assertThat(service().listPlans(other, 10).orElseThrow().plans()).isEmpty();
    assertThat(service().getPlan(other, plan.planHash()).isSuccess()).isFalse();
  }

  @Test
  void refusesASnapshotOfAnotherAccount() {
    Problem problem =
        service()
            .createPlan(
                context.withAccount(AccountId.of("paper-2")),
                new PlanRequest(snapshot),
                ProgressSink.ignoring())
            .problemOrThrow();

    assertThat(problem.kind()).isEqualTo(FailureKind.INVALID_ARGUMENT);
    assertThat(problem.message()).contains("paper-2", "paper-1");
  }

  @Test
  void passesOnWhyScoringOrOptimizationFailed() {
    for (CommonReason reason : List.of(CommonReason.UNAVAILABLE, CommonReason.DEADLINE_EXCEEDED)) {
      Problem scoringAway = reason.problem("scoring is away");
      services.scoring.failWith(scoringAway);
      assertThat(create(snapshot).problemOrThrow()).isEqualTo(scoringAway);
      services.scoring.failWith(null);

      Problem optimizationAway = reason.problem("optimization is away");
      services.optimization.failWith(optimizationAway);
      assertThat(create(snapshot).problemOrThrow()).isEqualTo(optimizationAway);
      services.optimization.failWith(null);
    }
    assertThat(create(snapshot).isSuccess()).as("a failure is not kept").isTrue();
  }

  @Test
  void saysWhatIsMissingOfAnIncompleteSnapshot() {
    World world =
        new World().cash("10", Currency.EUR).security("A", "10", World.EUR).holding("A", "1");

    Problem problem = create(world.priceless("A").snapshot()).problemOrThrow();

    assertThat(problem.kind()).isEqualTo(FailureKind.FAILED_PRECONDITION);
    assertThat(problem.code()).isEqualTo("PLANNING_INCOMPLETE");
    assertThat(problem.message()).contains("it has no price");
  }

  @Test
  void stopsWhenTheReceiverWantsNoMore() {
    Collected<PlanProgress> one = new Collected<>(1);

    Problem problem =
        service().createPlan(context, new PlanRequest(snapshot), one).problemOrThrow();

    assertThat(problem.kind()).isEqualTo(FailureKind.CANCELLED);
  }

  @Test
  void isHealthyWhenItFindsAKnownOptimum() {
    ServiceHealth health = service().healthCheck(context).orElseThrow();

    assertThat(health.healthy()).isTrue();
    assertThat(health.version()).isEqualTo("test");
    assertThat(health.checks())
        .extracting(ServiceHealth.Check::name)
        .containsExactly("search", "cache");
  }

  @Test
  void hasNoEvents() {
    Collected<ServiceEvent> events = new Collected<>();

    assertThat(service().watchEvents(context, 0, events).orElseThrow()).isEqualTo(Done.DONE);
    assertThat(events.parts()).isEmpty();
  }
}
