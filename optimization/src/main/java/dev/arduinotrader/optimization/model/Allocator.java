package dev.arduinotrader.optimization.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceSeries;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.optimization.Allocation;
import dev.arduinotrader.optimization.AllocationRequest;
import dev.arduinotrader.optimization.AssetBounds;
import dev.arduinotrader.optimization.Excluded;
import dev.arduinotrader.optimization.OptimizationReason;
import dev.arduinotrader.optimization.TargetWeight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From closes and bounds to target weights.
 *
 * <p>Securities are worked on in the order of their ISIN, so that the order of the request changes
 * nothing. Minimum variance uses the covariance of the estimator asked for, risk parity the sample
 * covariance. Risk parity knows no bounds: the allowed weights that differ from it with the least
 * variance are taken. Both are allowed weights then, and so is every blend of them. Last the blend
 * is tilted to what groups should weigh.
 */
public final class Allocator {
  private Allocator() {}

  /**
   * The target weights, or why there are none.
   *
   * @param request valid in itself: 1 to 500 securities, each once, an invested weight of 0 to 1
   * @param histories closes in the base currency, each not empty
   * @param absent why there is no history of the others
   * @param decided the day of the decision
   */
  public static Result<Allocation> allocate(
      AllocationRequest request,
      Map<Isin, PriceSeries> histories,
      Map<Isin, String> absent,
      LocalDate decided) {
    Optional<Problem> infeasible = infeasible(request);
    if (infeasible.isPresent()) {
      return Result.failure(infeasible.get());
    }
    SortedMap<Isin, AssetBounds> assets = new TreeMap<>();
    TreeSet<Isin> required = new TreeSet<>();
    for (AssetBounds asset : request.assets()) {
      assets.put(asset.isin(), asset);
      if (asset.minimumWeight() > 0) {
        required.add(asset.isin());
      }
    }
    AlignedReturns aligned =
        ReturnAligner.align(
            new TreeMap<>(histories), required, request.parameters().historyBars(), decided);
    Map<Isin, Excluded> excluded = excluded(assets.keySet(), aligned, absent);
    required.retainAll(excluded.keySet());
    if (!required.isEmpty()) {
      return OptimizationReason.REQUIRED_NOT_MEASURABLE.failure(requiredText(required, excluded));
    }
    if (aligned.isins().isEmpty()) {
      return OptimizationReason.NOTHING_MEASURABLE.failure(nothingText(excluded));
    }
    return weigh(request, assets, aligned, excluded);
  }

  private static Optional<Problem> infeasible(AllocationRequest request) {
    double minima = 0;
    double maxima = 0;
    for (AssetBounds asset : request.assets()) {
      minima += asset.minimumWeight();
      maxima += asset.maximumWeight();
    }
    double invested = request.investedWeight();
    if (minima > invested + WeightBounds.SUM_TOLERANCE) {
      return Optional.of(
          OptimizationReason.BOUNDS_INFEASIBLE.problem(
              "expected minimum weights that sum to at most the invested weight %.6f, found %.6f over %d securities\nMaybe lower the minima, or keep less cash."
                  .formatted(invested, minima, request.assets().size())));
    }
    if (maxima < invested - WeightBounds.SUM_TOLERANCE) {
      return Optional.of(
          OptimizationReason.BOUNDS_INFEASIBLE.problem(
              "expected maximum weights that sum to at least the invested weight %.6f, found %.6f over %d securities\nMaybe raise the maxima, add securities, or keep more cash."
                  .formatted(invested, maxima, request.assets().size())));
    }
    return Optional.empty();
  }

  private static Map<Isin, Excluded> excluded(
      Iterable<Isin> isins, AlignedReturns aligned, Map<Isin, String> absent) {
    Map<Isin, Excluded> excluded = new TreeMap<>();
    for (Excluded each : aligned.excluded()) {
      excluded.put(each.isin(), each);
    }
    TreeSet<Isin> measured = new TreeSet<>(aligned.isins());
    for (Isin isin : isins) {
      if (!measured.contains(isin) && !excluded.containsKey(isin)) {
        String reason =
            absent.getOrDefault(isin, "universe sent neither its prices nor a reason why not");
        excluded.put(isin, new Excluded(isin, reason));
      }
    }
    return excluded;
  }

  private static String requiredText(Iterable<Isin> required, Map<Isin, Excluded> excluded) {
    StringBuilder text =
        new StringBuilder("expected prices to measure every security with a minimum weight, found");
    String separator = " ";
    for (Isin isin : required) {
      Excluded each = excluded.get(isin);
      text.append(separator).append(isin).append(": ").append(each == null ? "" : each.reason());
      separator = "; ";
    }
    return text.append("\nMaybe import its prices, or lift its minimum weight.").toString();
  }

  private static String nothingText(Map<Isin, Excluded> excluded) {
    Excluded first = excluded.values().iterator().next();
    return "expected a security with at least %d daily returns, found none among %d; the first, %s: %s\nMaybe import prices, or bring them up to date."
        .formatted(ReturnAligner.RETURNS_MIN, excluded.size(), first.isin(), first.reason());
  }

  private static Result<Allocation> weigh(
      AllocationRequest request,
      Map<Isin, AssetBounds> assets,
      AlignedReturns aligned,
      Map<Isin, Excluded> excluded) {
    List<AssetBounds> measured =
        aligned.isins().stream()
            .map(isin -> java.util.Objects.requireNonNull(assets.get(isin)))
            .toList();
    double[] lower = measured.stream().mapToDouble(AssetBounds::minimumWeight).toArray();
    double[] upper = measured.stream().mapToDouble(AssetBounds::maximumWeight).toArray();
    double reachable = Vectors.sum(upper);
    double invested = request.investedWeight();
    boolean tooLittle = reachable < invested - WeightBounds.SUM_TOLERANCE;
    WeightBounds bounds = new WeightBounds(lower, upper, tooLittle ? reachable : invested);
    String note = tooLittle ? cashNote(reachable, invested) : "";
    return BlendedWeights.of(aligned.returns(), bounds, request.parameters())
        .map(
            weights -> {
              GroupTilt tilted =
                  GroupTilt.of(aligned.isins(), weights.blended(), bounds, request.groups());
              TinyWeights.cut(tilted.weights(), bounds);
              return allocation(
                  request,
                  aligned,
                  excluded,
                  weights.with(tilted.weights()),
                  Stream.of(note, tilted.note())
                      .filter(text -> !text.isEmpty())
                      .collect(Collectors.joining("; ")));
            });
  }

  private static String cashNote(double reachable, double invested) {
    return "the securities that can be measured may hold at most %.6f together, less than the invested weight %.6f; %.6f stays in cash"
        .formatted(reachable, invested, invested - reachable);
  }

  private static Allocation allocation(
      AllocationRequest request,
      AlignedReturns aligned,
      Map<Isin, Excluded> excluded,
      BlendedWeights weights,
      String note) {
    Map<Isin, Integer> positions = new HashMap<>();
    for (int i = 0; i < aligned.isins().size(); i++) {
      positions.put(aligned.isins().get(i), i);
    }
    List<TargetWeight> targets = new ArrayList<>();
    List<Excluded> missing = new ArrayList<>();
    for (AssetBounds asset : request.assets()) {
      Integer position = positions.get(asset.isin());
      Excluded reason = excluded.get(asset.isin());
      targets.add(
          position == null
              ? new TargetWeight(asset.isin(), 0, 0, 0)
              : weights.target(asset.isin(), position));
      if (reason != null) {
        missing.add(reason);
      }
    }
    return new Allocation(
        targets,
        missing,
        weights.annualVolatility(),
        weights.shrinkage(),
        aligned.observations(),
        weights.kktResidual(),
        weights.iterations(),
        note);
  }
}
