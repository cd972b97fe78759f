package dev.arduinotrader.planning.model;

import dev.arduinotrader.portfolio.InvestmentPolicy;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The rules that do not depend on quantities. The days of holding count from the last purchase, the
 * cooldown of sales from the last sale, the cooldown of purchases from the last purchase. A date
 * that is not known, such as that of an opening position, blocks nothing.
 */
final class Eligibility {
  private final PortfolioState state;
  private final Targets targets;

  Eligibility(PortfolioState state, Targets targets) {
    this.state = state;
    this.targets = targets;
  }

  /** The first rule that excludes the asset; null when it may be traded towards its target. */
  @Nullable Block block(int number) {
    Asset asset = state.assets().get(number);
    if (!asset.isManaged()) {
      return new Block(Rule.UNMANAGED, "the policy leaves it to its owner");
    }
    if (asset.block() != null) {
      return asset.block();
    }
    Block unjudged = targets.unjudged().get(asset.isin());
    if (unjudged != null) {
      return unjudged;
    }
    if (!asset.isHeld() && !asset.wish().allowBuy()) {
      return buyNotAllowed();
    }
    double gap = targets.weight(number) - asset.weight();
    double gapMin = state.policy().planner().weightGapMin();
    if (Math.abs(gap) <= gapMin) {
      return new Block(
          Rule.WITHIN_BAND,
          "%s is within %s of its target of %s"
              .formatted(
                  Texts.percent(asset.weight()),
                  Texts.percent(gapMin),
                  Texts.percent(targets.weight(number))));
    }
    return gap > 0 ? buyBlock(asset) : sellBlock(asset);
  }

  private static Block buyNotAllowed() {
    return new Block(Rule.BUY_NOT_ALLOWED, "the policy allows no purchase");
  }

  private @Nullable Block buyBlock(Asset asset) {
    if (!asset.wish().allowBuy()) {
      return buyNotAllowed();
    }
    return tooSoon(
        Rule.BUY_COOLDOWN,
        "last purchase",
        asset.lastBoughtAt(),
        state.policy().buyCooldownOf(asset.isin()));
  }

  private @Nullable Block sellBlock(Asset asset) {
    InvestmentPolicy.Planner planner = state.policy().planner();
    if (!asset.wish().allowSell()) {
      return new Block(Rule.SELL_NOT_ALLOWED, "the policy allows no sale");
    }
    Block cooling =
        tooSoon(
            Rule.SELL_COOLDOWN,
            "last sale",
            asset.lastSoldAt(),
            state.policy().sellCooldownOf(asset.isin()));
    return cooling != null
        ? cooling
        : tooSoon(Rule.HOLD_MINIMUM, "last purchase", asset.lastBoughtAt(), planner.holdMin());
  }

  private @Nullable Block tooSoon(
      Rule rule, String event, @Nullable Instant at, Duration required) {
    if (at == null) {
      return null;
    }
    Duration passed = Duration.between(at, state.decisionTime());
    return passed.compareTo(required) >= 0
        ? null
        : new Block(
            rule, "%s %s ago, needs %s".formatted(event, Texts.days(passed), Texts.days(required)));
  }
}
