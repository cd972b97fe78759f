package dev.arduinotrader.planning.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.optimization.Allocation;
import dev.arduinotrader.optimization.AssetBounds;
import dev.arduinotrader.optimization.Excluded;
import dev.arduinotrader.optimization.TargetWeight;
import dev.arduinotrader.planning.PlanningReason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Target weight, score and owner's minimum of every asset of a state, in the order of its assets.
 *
 * <p>An asset that could not be judged keeps its weight as target: missing data is no reason to
 * sell.
 */
public final class Targets {
  private final double[] weights;
  private final double[] minima;
  private final double[] scores;
  private final double cash;
  private final Map<Isin, Block> unjudged;
  private final double completeness;
  private final String note;

  private Targets(
      PortfolioState state,
      Scores scores,
      Map<Isin, Double> judged,
      Map<Isin, Block> unjudged,
      String note) {
    int count = state.assets().size();
    this.weights = new double[count];
    this.minima = new double[count];
    this.scores = new double[count];
    double invested = 0;
    for (int i = 0; i < count; i++) {
      Asset asset = state.assets().get(i);
      Double target = judged.get(asset.isin());
      this.weights[i] = target == null ? asset.weight() : target;
      this.minima[i] = target == null ? 0 : Math.min(TargetQuestion.minimum(asset), target);
      this.scores[i] = scores.total(asset.isin());
      invested += this.weights[i];
    }
    this.cash = Math.max(0, 1 - invested);
    this.unjudged = unjudged;
    this.completeness = Completeness.of(state, scores, unjudged);
    this.note = note;
  }

  /**
   * The targets; ANSWER_INCONSISTENT when a weight is missing or no number from 0 to 1.
   *
   * @param leftOut what optimization was not asked about
   */
  public static Result<Targets> of(
      PortfolioState state,
      Scores scores,
      TargetQuestion question,
      Allocation allocation,
      LeftOut leftOut) {
    Map<Isin, Double> answered = new TreeMap<>();
    for (TargetWeight target : allocation.targets()) {
      answered.put(target.isin(), target.weight());
    }
    Map<Isin, Double> asked = new TreeMap<>();
    for (AssetBounds bounds : question.bounds()) {
      Double weight = answered.get(bounds.isin());
      if (weight == null || !(weight >= -1e-9 && weight <= 1 + 1e-9)) {
        return PlanningReason.ANSWER_INCONSISTENT.failure(
            "expected a target weight from 0 to 1 for %s, found %s"
                .formatted(bounds.isin(), weight));
      }
      asked.put(bounds.isin(), Math.clamp(weight, 0, 1));
    }
    Map<Isin, Block> unjudged =
        unjudged(state, scores, asked.keySet(), allocation.excluded(), leftOut);
    unjudged.keySet().forEach(asked::remove);
    return Result.success(new Targets(state, scores, asked, unjudged, allocation.note()));
  }

  private static Map<Isin, Block> unjudged(
      PortfolioState state,
      Scores scores,
      Set<Isin> asked,
      List<Excluded> excluded,
      LeftOut leftOut) {
    Map<Isin, Block> blocks = new TreeMap<>(leftOut.blocks());
    excluded.forEach(each -> blocks.put(each.isin(), LeftOut.notMeasurable(each.reason())));
    Map<Isin, Block> unjudged = new TreeMap<>();
    for (Asset asset : state.assets()) {
      Isin isin = asset.isin();
      Block block = blocks.get(isin);
      if (!scores.has(isin)) {
        unjudged.put(isin, new Block(Rule.UNSCORED, "it has no score: " + scores.reason(isin)));
      } else if (block != null) {
        unjudged.put(isin, block);
      } else if (!asked.contains(isin)) {
        unjudged.put(
            isin, new Block(Rule.NOT_OPTIMISED, "it is not among the 500 that are optimised"));
      }
    }
    return unjudged;
  }

  double weight(int asset) {
    return weights[asset];
  }

  /** What the owner wants at least; 0 for nothing. */
  double minimum(int asset) {
    return minima[asset];
  }

  /** 0 to 1, NaN when not scored. */
  double score(int asset) {
    return scores[asset];
  }

  /** What is not to be invested, of the total. */
  double cash() {
    return cash;
  }

  /** Why assets have no judged target. */
  Map<Isin, Block> unjudged() {
    return unjudged;
  }

  /** 0 to 1, the share of the inputs that was known. */
  double completeness() {
    return completeness;
  }

  /** What optimization wants a person to know; empty when nothing. */
  String note() {
    return note;
  }
}
