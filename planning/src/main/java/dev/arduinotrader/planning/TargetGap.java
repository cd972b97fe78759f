package dev.arduinotrader.planning;

import dev.arduinotrader.kernel.market.Isin;

/**
 * Where a security stands.
 *
 * @param weightNow of the total
 * @param weightTarget of the total
 * @param score 0 to 1; NaN never: securities without a score are left out of the targets
 */
public record TargetGap(
    Isin isin, String symbol, double weightNow, double weightTarget, double score) {}
