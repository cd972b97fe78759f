package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.PolicyVersion;
import dev.arduinotrader.portfolio.Snapshot;
import java.time.Instant;

/** Puts books, market, exposure and policy together to a hashed snapshot; nothing else does. */
public final class SnapshotBuilder {
  private SnapshotBuilder() {}

  /** The state that a plan is made from. */
  public static Snapshot build(
      AccountId account,
      Instant decisionTime,
      Books books,
      OpenExposure exposure,
      Market market,
      PolicyVersion policy) {
    Valuation valuation = Appraiser.appraise(books, exposure, market);
    String identity =
        SnapshotHashes.identity(
            market.base(),
            valuation.cash(),
            valuation.positions(),
            exposure,
            market.securities(),
            policy.policy());
    String marketHash = SnapshotHashes.market(market.base(), market.securities(), market.rates());
    return new Snapshot(
        SnapshotHashes.id(identity, marketHash, decisionTime),
        account,
        decisionTime,
        market.base(),
        identity,
        marketHash,
        valuation.knownTotal(),
        valuation.cash(),
        valuation.positions(),
        exposure,
        market.securities(),
        market.rates(),
        policy,
        valuation.unknown());
  }
}
