package dev.arduinotrader.optimization;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers the weights that a test set. Securities without one share what is left of the invested
 * weight equally, above their minima as far as their maxima allow; what cannot be placed is named
 * in the note. {@link #failWith} makes every call fail until it is called with null.
 */
public final class FakeOptimization implements OptimizationService {
  private static final int FILL_ROUNDS_MAX = 1_000;

  private final Map<Isin, Double> weights = new LinkedHashMap<>();
  private final Map<Isin, String> excluded = new LinkedHashMap<>();
  private final List<AllocationRequest> requests = new ArrayList<>();
  private @Nullable Problem problem;

  /** Sets the target weight of a security, whatever its bounds. */
  public synchronized FakeOptimization withWeight(Isin isin, double weight) {
    weights.put(isin, weight);
    return this;
  }

  /** Gives a security no weight, for this reason. */
  public synchronized FakeOptimization withExcluded(Isin isin, String reason) {
    excluded.put(isin, reason);
    return this;
  }

  /** Makes every later call fail; null ends that. */
  public synchronized void failWith(@Nullable Problem next) {
    problem = next;
  }

  /** Every request that came in, oldest first. */
  public synchronized List<AllocationRequest> requests() {
    return List.copyOf(requests);
  }

  @Override
  public synchronized Result<Allocation> optimizeAllocation(
      CallContext context, AllocationRequest request) {
    requests.add(request);
    if (problem != null) {
      return Result.failure(problem);
    }
    double[] filled = new double[request.assets().size()];
    double left = request.investedWeight();
    for (int i = 0; i < filled.length; i++) {
      filled[i] = start(request.assets().get(i));
      left -= filled[i];
    }
    left = fill(request.assets(), filled, left);
    return Result.success(allocation(request.assets(), filled, left));
  }

  private double start(AssetBounds asset) {
    if (excluded.containsKey(asset.isin())) {
      return 0;
    }
    return weights.getOrDefault(asset.isin(), asset.minimumWeight());
  }

  private double fill(List<AssetBounds> assets, double[] filled, double toPlace) {
    double left = toPlace;
    for (int round = 0; round < FILL_ROUNDS_MAX && left > 1e-12; round++) {
      List<Integer> open = new ArrayList<>();
      for (int i = 0; i < filled.length; i++) {
        Isin isin = assets.get(i).isin();
        boolean free = !weights.containsKey(isin) && !excluded.containsKey(isin);
        if (free && filled[i] < assets.get(i).maximumWeight()) {
          open.add(i);
        }
      }
      if (open.isEmpty()) {
        return left;
      }
      double share = left / open.size();
      for (int i : open) {
        double added = Math.min(share, assets.get(i).maximumWeight() - filled[i]);
        filled[i] += added;
        left -= added;
      }
    }
    return left;
  }

  private Allocation allocation(List<AssetBounds> assets, double[] filled, double left) {
    List<TargetWeight> targets = new ArrayList<>();
    List<Excluded> missing = new ArrayList<>();
    for (int i = 0; i < filled.length; i++) {
      Isin isin = assets.get(i).isin();
      targets.add(new TargetWeight(isin, filled[i], filled[i], filled[i]));
      String reason = excluded.get(isin);
      if (reason != null) {
        missing.add(new Excluded(isin, reason));
      }
    }
    String note = left > 1e-9 ? left + " of the weight stays in cash" : "";
    return new Allocation(targets, missing, 0.15, 0.1, 503, 0, 1, note);
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
            "a fake that answers what a test set",
            "test",
            List.of(new ServiceHealth.Check("fake", true, "always well"))));
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
    return Result.success(Done.DONE);
  }
}
