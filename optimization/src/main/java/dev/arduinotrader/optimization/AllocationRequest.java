package dev.arduinotrader.optimization;

import dev.arduinotrader.kernel.money.Currency;
import java.util.List;

/**
 * What to optimise.
 *
 * @param assets 1 to 500 securities, each once
 * @param baseCurrency what returns are counted in
 * @param investedWeight the sum of all weights, 0 to 1: one less the cash to be kept
 * @param groups what some of them together should weigh, at most 100
 */
public record AllocationRequest(
    List<AssetBounds> assets,
    Currency baseCurrency,
    double investedWeight,
    OptimizationParameters parameters,
    List<GroupWeight> groups) {
  public static final int ASSETS_MAX = 500;
  public static final int GROUPS_MAX = 100;

  public AllocationRequest {
    assets = List.copyOf(assets);
    groups = List.copyOf(groups);
  }

  /** Without groups. */
  public AllocationRequest(
      List<AssetBounds> assets,
      Currency baseCurrency,
      double investedWeight,
      OptimizationParameters parameters) {
    this(assets, baseCurrency, investedWeight, parameters, List.of());
  }
}
