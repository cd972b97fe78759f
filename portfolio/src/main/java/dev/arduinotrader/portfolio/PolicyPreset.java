package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.portfolio.model.DefaultPolicy;
import java.time.Duration;

/** Ready-made attitudes to risk. */
public enum PolicyPreset {
  /** Smaller holdings, fewer trades, a lower aim. */
  CONSERVATIVE,
  /** What an account is opened with. */
  DEFAULT,
  /** Larger holdings, quicker trades, a higher aim. */
  AGGRESSIVE;

  /**
   * A policy with this attitude. What has nothing to do with risk stays as the owner set it: costs,
   * reserve, the largest order, autonomy and every wish about a security.
   */
  public InvestmentPolicy applyTo(InvestmentPolicy policy) {
    Currency base = policy.cashReserve().currency();
    InvestmentPolicy normal = DefaultPolicy.of(base, Environment.LIVE);
    return new InvestmentPolicy(
        policy.costs(),
        limits(normal.limits(), policy),
        planner(normal.planner()),
        scoring(normal.scoring()),
        normal.optimizer(),
        policy.cashReserve(),
        policy.autonomy(),
        policy.wishes(),
        policy.guards());
  }

  private InvestmentPolicy.Limits limits(InvestmentPolicy.Limits normal, InvestmentPolicy policy) {
    InvestmentPolicy.Limits own = policy.limits();
    return switch (this) {
      case CONSERVATIVE -> limits(0.08, 0.25, 0.20, 3, own);
      case DEFAULT ->
          limits(
              normal.securityWeightMax(),
              normal.countryWeightMax(),
              normal.industryWeightMax(),
              normal.tradesPerCycleMax(),
              own);
      case AGGRESSIVE -> limits(0.20, 0.50, 0.40, 5, own);
    };
  }

  private static InvestmentPolicy.Limits limits(
      double security, double country, double industry, int trades, InvestmentPolicy.Limits own) {
    return new InvestmentPolicy.Limits(
        security, country, industry, own.orderValueMax(), trades, own.priceAgeMax());
  }

  private InvestmentPolicy.Planner planner(InvestmentPolicy.Planner normal) {
    return switch (this) {
      case CONSERVATIVE -> planner(normal, 0.004, 60, 365, 180);
      case DEFAULT -> normal;
      case AGGRESSIVE -> planner(normal, 0.001, 14, 90, 30);
    };
  }

  private static InvestmentPolicy.Planner planner(
      InvestmentPolicy.Planner normal, double improvement, int buyDays, int sellDays, int hold) {
    return new InvestmentPolicy.Planner(
        normal.depthMax(),
        normal.candidatesMax(),
        improvement,
        normal.weightGapMin(),
        Duration.ofDays(buyDays),
        Duration.ofDays(sellDays),
        Duration.ofDays(hold));
  }

  private InvestmentPolicy.Scoring scoring(InvestmentPolicy.Scoring normal) {
    return switch (this) {
      case CONSERVATIVE -> scoring(normal, 0.08);
      case DEFAULT -> normal;
      case AGGRESSIVE -> scoring(normal, 0.15);
    };
  }

  private static InvestmentPolicy.Scoring scoring(InvestmentPolicy.Scoring normal, double aim) {
    return new InvestmentPolicy.Scoring(
        aim, normal.longTermWeight(), normal.shortTermWeight(), normal.technicalsWeight());
  }
}
