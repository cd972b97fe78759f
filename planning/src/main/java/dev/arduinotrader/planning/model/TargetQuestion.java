package dev.arduinotrader.planning.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.optimization.AllocationRequest;
import dev.arduinotrader.optimization.AssetBounds;
import dev.arduinotrader.optimization.GroupWeight;
import dev.arduinotrader.planning.PlanningReason;
import dev.arduinotrader.portfolio.SecurityWish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The weights that the policy allows, for optimization to choose from.
 *
 * @param bounds in the order of ISIN
 * @param investedWeight what all of them together should get
 * @param groups what some of them together should get
 */
public record TargetQuestion(
    List<AssetBounds> bounds, double investedWeight, List<GroupWeight> groups) {
  private static final double ROUNDING = 1e-12;

  public TargetQuestion {
    bounds = List.copyOf(bounds);
    groups = List.copyOf(groups);
  }

  /**
   * The bounds of everything that has a price and a score. A holding that cannot enter keeps its
   * weight, which the others do not get.
   *
   * @param leftOut securities that an earlier answer excludes
   */
  public static Result<TargetQuestion> of(PortfolioState state, Scores scores, LeftOut leftOut) {
    List<Asset> entering = entering(state, scores, leftOut);
    if (entering.isEmpty()) {
      return PlanningReason.NOTHING_TO_OPTIMISE.failure(
          "expected securities with a price and a score, found none among %d%s"
              .formatted(state.assets().size(), "\nMaybe import or sync prices."));
    }
    String contradictions =
        entering.stream()
            .map(asset -> contradiction(state, asset))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return contradictions.isEmpty()
        ? question(state, entering)
        : PlanningReason.POLICY_CONTRADICTORY.failure(contradictions);
  }

  /** What may be asked for at all: priced, and tradable or held, and scored. */
  private static List<Asset> entering(PortfolioState state, Scores scores, LeftOut leftOut) {
    List<Asset> all =
        state.assets().stream()
            .filter(asset -> isScorable(asset) && scores.has(asset.isin()))
            .filter(asset -> !leftOut.has(asset.isin()))
            .toList();
    if (all.size() <= AllocationRequest.ASSETS_MAX) {
      return all;
    }
    Comparator<Asset> order =
        Comparator.comparing((Asset asset) -> !asset.isHeld() && minimum(asset) == 0)
            .thenComparing(asset -> -scores.total(asset.isin()))
            .thenComparing(Asset::isin);
    return all.stream()
        .sorted(order)
        .limit(AllocationRequest.ASSETS_MAX)
        .sorted(Comparator.comparing(Asset::isin))
        .toList();
  }

  /** Whether a score of the security is of any use. */
  static boolean isScorable(Asset asset) {
    return asset.isPriced() && (asset.security().tradable() || asset.isHeld());
  }

  /** The securities to be scored, in the order of ISIN. */
  public static List<Isin> scorable(PortfolioState state) {
    return state.assets().stream().filter(TargetQuestion::isScorable).map(Asset::isin).toList();
  }

  static double minimum(Asset asset) {
    return orElse(asset.wish().minimumWeight(), 0);
  }

  /** The owner's and the policy's maximum, whichever is lower. */
  static double maximum(PortfolioState state, SecurityWish wish) {
    return Math.min(orElse(wish.maximumWeight(), 1), state.policy().limits().securityWeightMax());
  }

  private static double orElse(@Nullable Double value, double otherwise) {
    return value == null ? otherwise : value;
  }

  private static String contradiction(PortfolioState state, Asset asset) {
    double minimum = minimum(asset);
    double maximum = maximum(state, asset.wish());
    return minimum <= maximum
        ? ""
        : "expected a minimum weight of at most %s for %s %s, found %s"
            .formatted(
                Texts.percent(maximum), asset.isin(), asset.symbol(), Texts.percent(minimum));
  }

  private static Result<TargetQuestion> question(PortfolioState state, List<Asset> entering) {
    double kept = keptWeight(state, entering);
    double room = Math.max(0, 1 - kept);
    double wished = entering.stream().mapToDouble(TargetQuestion::minimum).sum();
    if (wished > room + ROUNDING) {
      return PlanningReason.POLICY_CONTRADICTORY.failure(
          "expected minimum weights of at most %s together, found %s%s"
              .formatted(
                  Texts.percent(room),
                  Texts.percent(wished),
                  "\nMaybe lower the minimum weights of the policy."));
    }
    List<AssetBounds> bounds = entering.stream().map(asset -> bounds(state, asset)).toList();
    double needed = bounds.stream().mapToDouble(AssetBounds::minimumWeight).sum();
    if (needed > room) {
      return Result.success(
          new TargetQuestion(scaled(bounds, room / needed), room, GroupShares.of(state, entering)));
    }
    double possible = bounds.stream().mapToDouble(AssetBounds::maximumWeight).sum();
    double wanted = Math.min(possible, 1 - kept - state.reserve() / state.total());
    return Result.success(
        new TargetQuestion(
            bounds, Math.max(needed, Math.min(room, wanted)), GroupShares.of(state, entering)));
  }

  /** Holdings that do not enter keep what they have. */
  private static double keptWeight(PortfolioState state, List<Asset> entering) {
    Set<Isin> asked = entering.stream().map(Asset::isin).collect(Collectors.toSet());
    double kept = 0;
    for (Asset asset : state.assets()) {
      kept += asked.contains(asset.isin()) ? 0 : asset.weight();
    }
    return kept;
  }

  /** Holdings that must be kept although the owner wants no minimum of them. */
  static Set<Isin> kept(PortfolioState state) {
    return state.assets().stream()
        .filter(asset -> asset.isHeld() && !isSellable(asset) && minimum(asset) == 0)
        .map(Asset::isin)
        .collect(Collectors.toSet());
  }

  private static boolean isSellable(Asset asset) {
    SecurityWish wish = asset.wish();
    return wish.allowSell() && wish.managed() && asset.security().tradable();
  }

  private static AssetBounds bounds(PortfolioState state, Asset asset) {
    SecurityWish wish = asset.wish();
    boolean buyable = wish.allowBuy() && wish.managed() && asset.security().tradable();
    double weight = Math.clamp(asset.weight(), 0, 1);
    double maximum = maximum(state, wish);
    double minimum = minimum(asset);
    if (!buyable) {
      maximum = Math.min(maximum, weight);
      minimum = Math.min(minimum, maximum);
    }
    if (!isSellable(asset)) {
      minimum = Math.max(minimum, weight);
      maximum = Math.max(maximum, minimum);
    }
    return new AssetBounds(asset.isin(), minimum, maximum);
  }

  /**
   * What may not be sold can be worth more than everything, when cash is negative: then no weights
   * fit, and the proportions are all that can be kept.
   */
  private static List<AssetBounds> scaled(List<AssetBounds> bounds, double factor) {
    List<AssetBounds> scaled = new ArrayList<>();
    for (AssetBounds each : bounds) {
      double minimum = each.minimumWeight() * factor;
      scaled.add(new AssetBounds(each.isin(), minimum, Math.max(minimum, each.maximumWeight())));
    }
    return scaled;
  }
}
