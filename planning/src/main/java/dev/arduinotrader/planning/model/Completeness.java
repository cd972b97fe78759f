package dev.arduinotrader.planning.model;

import dev.arduinotrader.kernel.market.Isin;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of what a plan needs was known: the mean over the securities that are tradable or held
 * of a usable price, the coverage of the score, a measured risk, and known groups, a quarter each.
 */
final class Completeness {
  private static final double PARTS = 4;

  private Completeness() {}

  static double of(PortfolioState state, Scores scores, Map<Isin, Block> unjudged) {
    double sum = 0;
    int count = 0;
    for (Asset asset : state.assets()) {
      if (asset.security().tradable() || asset.isHeld()) {
        sum += known(asset, scores, unjudged);
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private static double known(Asset asset, Scores scores, Map<Isin, Block> unjudged) {
    boolean fresh = asset.block() == null || !isAboutPrices(asset.block().rule());
    double groups =
        (Groups.isKnown(asset.security().country()) ? 0.5 : 0)
            + (Groups.isKnown(asset.security().industry()) ? 0.5 : 0);
    double parts =
        (fresh ? 1 : 0)
            + scores.coverage(asset.isin())
            + (isMeasured(unjudged.get(asset.isin())) ? 1 : 0)
            + groups;
    return parts / PARTS;
  }

  private static boolean isMeasured(@Nullable Block block) {
    return block == null || block.rule() == Rule.TARGET_TOO_SMALL;
  }

  private static boolean isAboutPrices(Rule rule) {
    return rule == Rule.PRICE_MISSING
        || rule == Rule.PRICE_OLD
        || rule == Rule.RATE_MISSING
        || rule == Rule.RATE_OLD;
  }
}
