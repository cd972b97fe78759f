package dev.arduinotrader.planning;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.ProblemException;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.optimization.OptimizationService;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.event.NoEvents;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.scoring.ScoringService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The planning service in this process: each snapshot is planned once, whoever asks. */
final class LocalPlanningService implements PlanningService {
  private record Key(AccountId account, String snapshotId) {}

  private final ScoringService scoring;
  private final OptimizationService optimization;
  private final TraderClock clock;
  private final String version;
  private final NoEvents events = new NoEvents();
  private final PlanCache cache = new PlanCache();
  private final Map<Key, PlanFlight> flights = new HashMap<>();

  LocalPlanningService(
      ScoringService scoring, OptimizationService optimization, TraderClock clock, String version) {
    this.scoring = scoring;
    this.optimization = optimization;
    this.clock = clock;
    this.version = version;
  }

  @Override
  public Result<Plan> createPlan(
      CallContext context, PlanRequest request, ProgressSink<PlanProgress> progress) {
    Snapshot snapshot = request.snapshot();
    if (!context.account().equals(snapshot.accountId())) {
      return Result.failure(
          Problem.invalid(
              "snapshot.account_id",
              "expected a snapshot of the call's account %s, found one of %s"
                  .formatted(context.account(), snapshot.accountId())));
    }
    return board(context, snapshot).follow(context, progress);
  }

  /** The flight of the snapshot: one that has landed, the one under way, or a new one. */
  private PlanFlight board(CallContext context, Snapshot snapshot) {
    Key key = new Key(snapshot.accountId(), snapshot.snapshotId());
    // Plans are kept before their flights end, so under this lock one of both is seen.
    synchronized (flights) {
      PlanFlight present = flights.get(key);
      if (present != null && present.join()) {
        return present;
      }
      PlanFlight flight = new PlanFlight(PlanFlight.HEARTBEAT);
      flight.join();
      Optional<Plan> known = cache.newest(key.account(), plan -> isProvenOf(plan, key));
      if (known.isPresent()) {
        flight.land(Result.success(known.get()));
        return flight;
      }
      flights.put(key, flight);
      // A search is all computing: on a virtual thread it would keep others from their turn.
      Thread.ofPlatform()
          .daemon(true)
          .name("plan " + snapshot.snapshotId())
          .start(() -> fly(key, flight, context, snapshot));
      return flight;
    }
  }

  private static boolean isProvenOf(Plan plan, Key key) {
    return plan.snapshotId().equals(key.snapshotId()) && plan.certificate().proven();
  }

  private void fly(Key key, PlanFlight flight, CallContext context, Snapshot snapshot) {
    PlanWork work = new PlanWork(scoring, optimization, snapshot, context, flight);
    try {
      Result<Plan> result = work.run();
      if (result instanceof Result.Success<Plan>(Plan plan) && !flight.isAbandoned()) {
        cache.put(key.account(), plan);
      }
      land(key, flight, () -> flight.land(result));
    } catch (ProblemException e) {
      land(key, flight, () -> flight.land(Result.failure(e.problem())));
    } catch (RuntimeException | Error e) {
      // Whoever waits gets the fault as his own; their guard logs it.
      land(key, flight, () -> flight.crash(e));
    }
  }

  private void land(Key key, PlanFlight flight, Runnable landing) {
    synchronized (flights) {
      flights.remove(key, flight);
    }
    landing.run();
  }

  @Override
  public Result<Plan> getPlan(CallContext context, String planHash) {
    return cache
        .newest(context.account(), plan -> plan.planHash().equals(planHash))
        .map(Result::success)
        .orElseGet(() -> notFound("plan hash", planHash));
  }

  @Override
  public Result<Plan> getBestResult(CallContext context, String identityHash) {
    return cache
        .newest(context.account(), plan -> plan.identityHash().equals(identityHash))
        .map(Result::success)
        .orElseGet(() -> notFound("identity hash", identityHash));
  }

  private static Result<Plan> notFound(String what, String hash) {
    return CommonReason.NOT_FOUND.failure(
        "expected a plan with the %s '%s', found none among the latest %d%s"
            .formatted(
                what,
                hash,
                PlanCache.PLANS_MAX,
                "\nMaybe read it from the gateway's archive, or make it again."));
  }

  @Override
  public Result<PlanList> listPlans(CallContext context, int limit) {
    if (limit < 1) {
      return Result.failure(Problem.invalid("limit", "expected at least 1, found " + limit));
    }
    return Result.success(
        new PlanList(cache.newestFirst(context.account()).stream().limit(limit).toList()));
  }

  @Override
  public Result<ServiceHealth> healthCheck(CallContext context) {
    ServiceHealth.Check search = PlanningSelfCheck.search();
    String status = search.healthy() ? "healthy" : "unhealthy: search: " + search.detail();
    return Result.success(
        new ServiceHealth(
            search.healthy(), version, status, clock.base(), List.of(search, cached())));
  }

  private ServiceHealth.Check cached() {
    return new ServiceHealth.Check(
        "cache", true, "%d of at most %d plans".formatted(cache.size(), PlanCache.PLANS_MAX));
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> sink) {
    return events.watch(context, afterSequence, sink);
  }
}
