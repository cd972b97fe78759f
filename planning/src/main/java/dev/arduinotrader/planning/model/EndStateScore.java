package dev.arduinotrader.planning.model;

import java.util.Arrays;

/**
 * The one function that scores a portfolio: as it is, and as it would be after trades.
 *
 * <pre>
 * score     = 0.60 closeness + 0.25 quality + 0.15 spread - 10 costs / total
 * closeness = 1 - 1/2 (sum |weight - target| + |cash weight - cash target|)
 *               - 2 sum max(0, owner's minimum - weight)
 * quality   = sum weight * score + cash weight * 0.5
 * spread    = 1 - 1/2 sum over countries and industries of max(0, weight - 0.8 limit)
 * </pre>
 *
 * <p>All weights are of the total before trading, so that the effect of a trade does not depend on
 * the others; costs leave the cash. Nothing is rounded or clamped.
 */
final class EndStateScore {
  /** The targets carry most: they are what optimization found, with risk and limits in mind. */
  static final double CLOSENESS = 0.60;

  /**
   * Tells securities apart that are equally far from their targets. Even the distance from the best
   * to the worst score is worth less than half of closeness.
   */
  static final double QUALITY = 0.25;

  /** Warns before a hard limit is reached, and never outweighs a target. */
  static final double SPREAD = 0.15;

  /**
   * Score per share of the total that costs take. At 10, a trade must bring the weights nearer by
   * 17 times its costs: the minimum ticket (1 %) passes, costs above 6 % never do.
   */
  static final double COSTS = 10;

  /** The owner's minimum is a promise: a point missing there counts as five missing elsewhere. */
  static final double MINIMUM = 2;

  /** What cash counts as among scores, and a security whose score is not known. */
  static final double NEUTRAL = 0.5;

  /** From this share of a hard limit on, more of a group costs score. */
  static final double SOFT_SHARE = 0.8;

  private final PortfolioState state;
  private final Targets targets;

  EndStateScore(PortfolioState state, Targets targets) {
    this.state = state;
    this.targets = targets;
  }

  /** The score of the state as it is. */
  double now() {
    double[] weights = state.assets().stream().mapToDouble(Asset::weight).toArray();
    return score(weights, state.cashWeight(), 0);
  }

  /**
   * The score of any end state.
   *
   * @param weights of every asset in the total before trading
   * @param cash weight of the cash, costs already taken
   * @param costs of all trades, as a share of the total
   */
  double score(double[] weights, double cash, double costs) {
    double sum = cashPart(cash) + SPREAD + CLOSENESS;
    for (int i = 0; i < weights.length; i++) {
      sum += assetPart(i, weights[i]);
    }
    double beyond =
        beyond(weights, true, state.policy().limits().countryWeightMax())
            + beyond(weights, false, state.policy().limits().industryWeightMax());
    return sum - beyondPart(beyond) - COSTS * costs;
  }

  /** What one asset with this weight adds. */
  double assetPart(int asset, double weight) {
    double score = targets.score(asset);
    double distance = Math.abs(weight - targets.weight(asset));
    double missing = Math.max(0, targets.minimum(asset) - weight);
    return QUALITY * weight * (Double.isNaN(score) ? NEUTRAL : score)
        - CLOSENESS * (distance / 2 + MINIMUM * missing);
  }

  /** What cash of this weight adds. */
  double cashPart(double cash) {
    return QUALITY * NEUTRAL * cash - CLOSENESS * Math.abs(cash - targets.cash()) / 2;
  }

  /** What weight beyond the soft lines takes. */
  static double beyondPart(double beyond) {
    return SPREAD * beyond / 2;
  }

  /** The weight beyond the soft line of one group; a limit of 1 is none. */
  static double beyond(double weight, double limit) {
    return limit >= 1 ? 0 : Math.max(0, weight - SOFT_SHARE * limit);
  }

  private double beyond(double[] weights, boolean countries, double limit) {
    double[] sums = new double[(countries ? state.countries() : state.industries()).size()];
    for (int i = 0; i < weights.length; i++) {
      Asset asset = state.assets().get(i);
      sums[countries ? asset.country() : asset.industry()] += weights[i];
    }
    return Arrays.stream(sums).map(weight -> beyond(weight, limit)).sum();
  }
}
