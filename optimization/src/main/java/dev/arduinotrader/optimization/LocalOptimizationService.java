package dev.arduinotrader.optimization;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceSeries;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.optimization.model.Allocator;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.event.EventSource;
import dev.arduinotrader.platform.event.NoEvents;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.universe.Absent;
import dev.arduinotrader.universe.HistoryRequest;
import dev.arduinotrader.universe.HistorySummary;
import dev.arduinotrader.universe.SecurityHistory;
import dev.arduinotrader.universe.UniverseService;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fetches closes in the base currency from universe and gives them to the pure core. */
final class LocalOptimizationService implements OptimizationService {
  /** Securities that trade on more days of the week need more closes to fill the same window. */
  private static final int WINDOW_DAYS_PER_WEEK = 5;

  private static final int CALENDAR_DAYS_PER_WEEK = 7;

  private final UniverseService universe;
  private final OptimizationSelfCheck selfCheck;
  private final EventSource events = new NoEvents();

  LocalOptimizationService(UniverseService universe, TraderClock clock, String version) {
    this.universe = universe;
    this.selfCheck = new OptimizationSelfCheck(universe, clock, version);
  }

  @Override
  public Result<Allocation> optimizeAllocation(CallContext context, AllocationRequest request) {
    List<Fault> faults = faults(request);
    if (!faults.isEmpty()) {
      return Result.failure(Problem.invalid(faults));
    }
    Map<Isin, PriceSeries> histories = new HashMap<>();
    Result<HistorySummary> fetched = fetch(context, request, histories);
    if (context.deadline().isExpired()) {
      return CommonReason.DEADLINE_EXCEEDED.failure(
          "expected the closes of %d securities in time, had those of %d at the deadline"
              .formatted(request.assets().size(), histories.size()));
    }
    LocalDate decided = LocalDate.ofInstant(context.decisionTime(), ZoneOffset.UTC);
    return fetched.then(
        summary -> Allocator.allocate(request, histories, absent(summary), decided));
  }

  private static List<Fault> faults(AllocationRequest request) {
    List<Fault> faults = new ArrayList<>();
    int count = request.assets().size();
    if (count < 1 || count > AllocationRequest.ASSETS_MAX) {
      faults.add(
          new Fault(
              "assets",
              "expected 1 to %d securities, found %d"
                  .formatted(AllocationRequest.ASSETS_MAX, count)));
    }
    double invested = request.investedWeight();
    if (!(invested >= 0 && invested <= 1)) {
      faults.add(new Fault("invested_weight", "expected a share from 0 to 1, found " + invested));
    }
    if (request.groups().size() > AllocationRequest.GROUPS_MAX) {
      faults.add(
          new Fault("groups", "expected at most 100 groups, found " + request.groups().size()));
    }
    Set<Isin> seen = new HashSet<>();
    for (int i = 0; i < Math.min(count, AllocationRequest.ASSETS_MAX); i++) {
      Isin isin = request.assets().get(i).isin();
      if (!seen.add(isin)) {
        faults.add(
            new Fault("assets[" + i + "].isin", "expected each once, found " + isin + " again"));
      }
    }
    return faults;
  }

  private Result<HistorySummary> fetch(
      CallContext context, AllocationRequest request, Map<Isin, PriceSeries> histories) {
    int bars = request.parameters().historyBars();
    int barsMax = Math.ceilDiv(bars * CALENDAR_DAYS_PER_WEEK, WINDOW_DAYS_PER_WEEK);
    ProgressSink<SecurityHistory> collector =
        new ProgressSink<>() {
          @Override
          public void send(SecurityHistory history) {
            if (!history.closes().isEmpty()) {
              histories.put(history.isin(), history.closes());
            }
          }

          @Override
          public boolean isCancelled() {
            return context.deadline().isExpired();
          }
        };
    List<Isin> isins = request.assets().stream().map(AssetBounds::isin).toList();
    return universe.getPriceHistories(
        context,
        new HistoryRequest(isins, barsMax, request.baseCurrency()).totalReturn(),
        collector);
  }

  private static Map<Isin, String> absent(HistorySummary summary) {
    Map<Isin, String> reasons = new HashMap<>();
    for (Absent absent : summary.absent()) {
      reasons.put(Isin.of(absent.key()), absent.reason());
    }
    return reasons;
  }

  @Override
  public Result<ServiceHealth> healthCheck(CallContext context) {
    return Result.success(selfCheck.run(context));
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> sink) {
    return events.watch(context, afterSequence, sink);
  }
}
