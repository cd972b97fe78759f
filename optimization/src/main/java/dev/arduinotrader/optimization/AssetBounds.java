package dev.arduinotrader.optimization;

import dev.arduinotrader.kernel.market.Isin;

/**
 * The weights that the policy allows a security.
 *
 * @param minimumWeight 0 to maximumWeight
 * @param maximumWeight up to 1
 */
public record AssetBounds(Isin isin, double minimumWeight, double maximumWeight) {
  public AssetBounds {
    if (!(minimumWeight >= 0 && minimumWeight <= maximumWeight && maximumWeight <= 1)) {
      throw new IllegalArgumentException(
          "expected 0 <= minimum <= maximum <= 1 for %s, found %s and %s"
              .formatted(isin, minimumWeight, maximumWeight));
    }
  }
}
