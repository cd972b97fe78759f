package dev.arduinotrader.optimization;

import dev.arduinotrader.kernel.market.Isin;

/**
 * The weight that a security should have.
 *
 * @param weight the blend, within its bounds
 * @param minimumVarianceWeight what minimum variance alone would give
 * @param riskParityWeight what hierarchical risk parity alone would give, within its bounds
 */
public record TargetWeight(
    Isin isin, double weight, double minimumVarianceWeight, double riskParityWeight) {}
