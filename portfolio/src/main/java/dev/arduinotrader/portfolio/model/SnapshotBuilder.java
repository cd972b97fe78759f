package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.PolicyVersion;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.portfolio.SnapshotSecurity;
import java.time.Instant;
import java.util.List;

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
    Valuation valuation = Appraiser.appraise(books, exposure, market, decisionTime);
    List<SnapshotSecurity> securities =
        market.securities().stream()
            .map(security -> security.with(books.dates(security.isin())))
            .toList();
    String identity =
        SnapshotHashes.identity(
            market.base(),
            valuation.cash(),
            valuation.positions(),
            exposure,
            securities,
            policy.policy());
    String marketHash = SnapshotHashes.market(market.base(), securities, market.rates());
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
        securities,
        market.rates(),
        policy,
        valuation.unknown());
  }
}
