package dev.arduinotrader.planning;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.portfolio.SnapshotSecurity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Answers the plans that a test queued, one a call, then plans that do nothing. Every call sends
 * progress 0, 50 and 100. {@link #failWith} makes every call fail until it is called with null.
 */
public final class FakePlanning implements PlanningService {
  private final Deque<Function<Snapshot, Plan>> queue = new ArrayDeque<>();
  private final List<PlanRequest> requests = new ArrayList<>();
  private final List<Plan> made = new ArrayList<>();
  private @Nullable Problem problem;

  /** Queues a plan made from the snapshot of its call. */
  public synchronized FakePlanning then(Function<Snapshot, Plan> plan) {
    queue.add(plan);
    return this;
  }

  /** Queues a plan of one trade at the snapshot's price, with a limit 5 % away from it. */
  public FakePlanning thenTrade(Side side, Isin isin, Quantity quantity) {
    return then(snapshot -> plan(snapshot, List.of(step(snapshot, 1, side, isin, quantity))));
  }

  /** Queues a plan that does nothing. */
  public FakePlanning thenNothing() {
    return then(snapshot -> plan(snapshot, List.of()));
  }

  /** Makes every later call fail; null ends that. */
  public synchronized void failWith(@Nullable Problem next) {
    problem = next;
  }

  /** Every request for a plan that came in, oldest first. */
  public synchronized List<PlanRequest> requests() {
    return List.copyOf(requests);
  }

  @Override
  public synchronized Result<Plan> createPlan(
      CallContext context, PlanRequest request, ProgressSink<PlanProgress> progress) {
    requests.add(request);
    if (problem != null) {
      return Result.failure(problem);
    }
    progress.send(new PlanProgress(0, "scoring"));
    progress.send(new PlanProgress(50, "searching"));
    Function<Snapshot, Plan> next = queue.poll();
    Plan plan = next == null ? plan(request.snapshot(), List.of()) : next.apply(request.snapshot());
    made.add(plan);
    progress.send(new PlanProgress(100, "done"));
    return Result.success(plan);
  }

  @Override
  public synchronized Result<Plan> getPlan(CallContext context, String planHash) {
    return latest(plan -> plan.planHash().equals(planHash), planHash);
  }

  @Override
  public synchronized Result<Plan> getBestResult(CallContext context, String identityHash) {
    return latest(plan -> plan.identityHash().equals(identityHash), identityHash);
  }

  private Result<Plan> latest(Predicate<Plan> wanted, String hash) {
    if (problem != null) {
      return Result.failure(problem);
    }
    return made.reversed().stream()
        .filter(wanted)
        .findFirst()
        .map(Result::success)
        .orElseGet(() -> CommonReason.NOT_FOUND.failure("the fake made no plan for " + hash));
  }

  @Override
  public synchronized Result<PlanList> listPlans(CallContext context, int limit) {
    return problem != null
        ? Result.failure(problem)
        : Result.success(new PlanList(made.reversed().stream().limit(limit).toList()));
  }

  /** A plan of these steps, or one that does nothing. */
  public static Plan plan(Snapshot snapshot, List<PlanStep> steps) {
    Money costs = Money.zero(snapshot.baseCurrency());
    for (PlanStep step : steps) {
      costs = costs.plus(step.cost());
    }
    double improvement = 0.01 * steps.size();
    return new Plan(
        Json.hash(List.of(snapshot.identityHash(), snapshot.marketHash(), steps)),
        snapshot.snapshotId(),
        snapshot.identityHash(),
        snapshot.marketHash(),
        snapshot.decisionTime(),
        steps,
        0.5,
        0.5 + improvement,
        improvement,
        costs,
        new Certificate(true, 4, 4, 0, steps.size(), 5),
        List.of(),
        List.of(),
        List.of(),
        1,
        steps.isEmpty() ? "Doing nothing is best." : "A plan of " + steps.size() + " trades.");
  }

  /** One trade at the snapshot's price; fails when the security has none. */
  public static PlanStep step(
      Snapshot snapshot, int number, Side side, Isin isin, Quantity quantity) {
    SnapshotSecurity security =
        snapshot.securities().stream()
            .filter(each -> each.isin().equals(isin))
            .findFirst()
            .orElseThrow(() -> new AssertionError("the snapshot has no security " + isin));
    Price price = security.price();
    if (price == null) {
      throw new AssertionError("the snapshot has no price of " + isin);
    }
    BigDecimal factor = new BigDecimal(side == Side.BUY ? "1.05" : "0.95");
    Money value = price.times(quantity);
    return new PlanStep(
        number,
        isin,
        security.symbol(),
        security.name(),
        side,
        quantity,
        price,
        new Price(price.value().multiply(factor), price.unit()),
        value,
        inBase(snapshot, value),
        new Money(
            new BigDecimal("2").setScale(snapshot.baseCurrency().minorDigits()),
            snapshot.baseCurrency()),
        side == Side.BUY ? "UNDER_TARGET" : "OVER_TARGET",
        "because the test says so",
        0.01,
        0,
        0.1,
        0.1);
  }

  private static Money inBase(Snapshot snapshot, Money value) {
    Currency currency = value.currency();
    if (currency.equals(snapshot.baseCurrency())) {
      return value;
    }
    FxRate rate =
        snapshot.rates().stream()
            .filter(each -> each.quote().equals(currency))
            .findFirst()
            .orElseThrow(() -> new AssertionError("the snapshot has no rate to " + currency));
    return rate.convert(value, RoundingMode.HALF_EVEN);
  }

  @Override
  public synchronized Result<ServiceHealth> healthCheck(CallContext context) {
    if (problem != null) {
      return Result.failure(problem);
    }
    return Result.success(
        new ServiceHealth(
            true,
            "fake",
            "a fake that answers what a test queued",
            "test",
            List.of(new ServiceHealth.Check("fake", true, "always well"))));
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
    return Result.success(Done.DONE);
  }
}
