package dev.arduinotrader.planning.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.optimization.Allocation;
import dev.arduinotrader.optimization.Excluded;
import dev.arduinotrader.optimization.OptimizationReason;
import dev.arduinotrader.optimization.TargetWeight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The securities that optimization must be asked without, and why; they keep the weight they have.
 *
 * <p>Holdings that cannot be measured, so that others do not get their weight. And securities whose
 * target would be too small to be ever bought, so that others do get it: it would lie idle.
 */
public final class LeftOut {
  private static final LeftOut NOTHING = new LeftOut(Map.of());

  /** So many securities stay, however small their targets: fewer would be no spread. */
  private static final int STAYING_MIN = 10;

  private final Map<Isin, Block> blocks;

  private LeftOut(Map<Isin, Block> blocks) {
    this.blocks = blocks;
  }

  public static LeftOut nothing() {
    return NOTHING;
  }

  boolean has(Isin isin) {
    return blocks.containsKey(isin);
  }

  Map<Isin, Block> blocks() {
    return blocks;
  }

  /** What the next question leaves out after this answer; the same when it needs no next one. */
  public LeftOut after(PortfolioState state, Result<Allocation> answer) {
    Map<Isin, Block> more =
        switch (answer) {
          case Result.Success<Allocation>(Allocation allocation) -> after(state, allocation);
          case Result.Failure<Allocation>(Problem problem) -> after(state, problem);
        };
    if (blocks.keySet().containsAll(more.keySet())) {
      return this;
    }
    Map<Isin, Block> all = new TreeMap<>(more);
    all.putAll(blocks);
    return new LeftOut(all);
  }

  private Map<Isin, Block> after(PortfolioState state, Allocation allocation) {
    Map<Isin, Block> excluded = new TreeMap<>();
    for (Excluded each : allocation.excluded()) {
      excluded.put(each.isin(), notMeasurable(each.reason()));
    }
    boolean held =
        state.assets().stream()
            .anyMatch(asset -> asset.isHeld() && excluded.containsKey(asset.isin()));
    if (held) {
      return excluded;
    }
    boolean cleared =
        blocks.values().stream().anyMatch(block -> block.rule() == Rule.TARGET_TOO_SMALL);
    return cleared ? Map.of() : tooSmall(state, allocation, excluded.keySet());
  }

  /** The failure does not say which holdings it means: all that have to be kept are left out. */
  private static Map<Isin, Block> after(PortfolioState state, Problem problem) {
    Map<Isin, Block> kept = new TreeMap<>();
    if (problem.code().equals(OptimizationReason.REQUIRED_NOT_MEASURABLE.name())) {
      TargetQuestion.kept(state).forEach(isin -> kept.put(isin, notMeasurable(problem.message())));
    }
    return kept;
  }

  static Block notMeasurable(String reason) {
    return new Block(Rule.NOT_MEASURABLE, "its risk cannot be measured: " + reason);
  }

  private static Map<Isin, Block> tooSmall(
      PortfolioState state, Allocation allocation, Set<Isin> excluded) {
    Map<Isin, Double> targets = new TreeMap<>();
    for (TargetWeight target : allocation.targets()) {
      targets.put(target.isin(), target.weight());
    }
    List<Asset> small = new ArrayList<>();
    Set<Isin> staying = new TreeSet<>(targets.keySet());
    staying.removeAll(excluded);
    for (Asset asset : state.assets()) {
      Double target = targets.get(asset.isin());
      if (target != null && staying.contains(asset.isin()) && isTooSmall(state, asset, target)) {
        small.add(asset);
        staying.remove(asset.isin());
      }
    }
    int stayingToo = Math.clamp(STAYING_MIN - staying.size(), 0, small.size());
    return small.stream()
        .sorted(
            Comparator.comparing((Asset asset) -> -targets.getOrDefault(asset.isin(), 0.0))
                .thenComparing(Asset::isin))
        .skip(stayingToo)
        .collect(
            TreeMap::new,
            (map, asset) ->
                map.put(
                    asset.isin(),
                    smallBlock(state, asset, targets.getOrDefault(asset.isin(), 0.0))),
            Map::putAll);
  }

  private static boolean isTooSmall(PortfolioState state, Asset asset, double target) {
    double value = target * state.total();
    return value > 0
        && !asset.isHeld()
        && TargetQuestion.minimum(asset) == 0
        && (value < state.costs().ticketMin()
            || QuantityLevels.lotsNearest(value, asset.lotValue()) == 0);
  }

  private static Block smallBlock(PortfolioState state, Asset asset, double target) {
    return new Block(
        Rule.TARGET_TOO_SMALL,
        "its target of %s (%s) is less than the smallest worthwhile trade (%s) or half a lot (%s);"
                .formatted(
                    Texts.percent(target),
                    Texts.money(target * state.total(), state.baseCurrency()),
                    Texts.money(state.costs().ticketMin(), state.baseCurrency()),
                    Texts.money(asset.lotValue() / 2, state.baseCurrency()))
            + " the others share it");
  }
}
