package dev.arduinotrader.scoring;

/**
 * What an owner may choose about scoring; part of the investment policy.
 *
 * @param targetAnnualReturn the yearly return at which the growth part is best, a fraction
 * @param longTermWeight relative weight of growth, Sortino and Sharpe
 * @param shortTermWeight relative weight of momentum and drawdown
 * @param technicalsWeight relative weight of RSI, Bollinger and the distance from the EMA
 */
public record ScoringParameters(
    double targetAnnualReturn,
    double longTermWeight,
    double shortTermWeight,
    double technicalsWeight) {

  /** 11 % a year, and the specification's weights 0.20, 0.10, 0.10. */
  public static final ScoringParameters DEFAULT = new ScoringParameters(0.11, 0.20, 0.10, 0.10);

  public ScoringParameters {
    if (!(targetAnnualReturn > 0 && targetAnnualReturn <= 1)) {
      throw new IllegalArgumentException(
          "expected a target return above 0 and up to 1, found " + targetAnnualReturn);
    }
    requireWeight("longTermWeight", longTermWeight);
    requireWeight("shortTermWeight", shortTermWeight);
    requireWeight("technicalsWeight", technicalsWeight);
    if (longTermWeight + shortTermWeight + technicalsWeight <= 0) {
      throw new IllegalArgumentException("expected at least one score weight above zero");
    }
  }

  private static void requireWeight(String name, double weight) {
    if (!(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException("expected " + name + " from 0 to 1, found " + weight);
    }
  }
}
