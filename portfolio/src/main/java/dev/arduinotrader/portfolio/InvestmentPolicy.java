package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the owner wants, as a whole.
 *
 * @param costs what a trade is expected to cost at the broker
 * @param limits what must never be exceeded
 * @param planner how trades are searched for
 * @param scoring how securities are judged
 * @param optimizer how target weights are found
 * @param cashReserve always kept in the base currency
 * @param autonomy how far the system may go without asking
 * @param wishes about single securities, each security once, in the order of their ISIN
 * @param guards what slows trading down or stops it; the default ones when none are given
 * @param groups what countries and industries should weigh, in the order of their names
 */
public record InvestmentPolicy(
    Costs costs,
    Limits limits,
    Planner planner,
    Scoring scoring,
    Optimizer optimizer,
    Money cashReserve,
    Autonomy autonomy,
    List<SecurityWish> wishes,
    TradingGuards guards,
    List<GroupTarget> groups) {
  public InvestmentPolicy {
    wishes = List.copyOf(wishes);
    // Policies of earlier versions have none.
    guards = Objects.requireNonNullElse(guards, TradingGuards.DEFAULT);
    groups = List.copyOf(Objects.requireNonNullElse(groups, List.of()));
  }

  /** A policy without wishes about groups. */
  public InvestmentPolicy(
      Costs costs,
      Limits limits,
      Planner planner,
      Scoring scoring,
      Optimizer optimizer,
      Money cashReserve,
      Autonomy autonomy,
      List<SecurityWish> wishes,
      TradingGuards guards) {
    this(
        costs,
        limits,
        planner,
        scoring,
        optimizer,
        cashReserve,
        autonomy,
        wishes,
        guards,
        List.of());
  }

  /** A policy with the default guards. */
  public InvestmentPolicy(
      Costs costs,
      Limits limits,
      Planner planner,
      Scoring scoring,
      Optimizer optimizer,
      Money cashReserve,
      Autonomy autonomy,
      List<SecurityWish> wishes) {
    this(
        costs,
        limits,
        planner,
        scoring,
        optimizer,
        cashReserve,
        autonomy,
        wishes,
        TradingGuards.DEFAULT);
  }

  /**
   * What a trade is expected to cost.
   *
   * @param fixed per trade, in the base currency
   * @param fraction of the value, such as 0.002
   * @param spreadFraction half of the distance between bid and ask, such as 0.0005
   * @param exchangeFraction of the amount when currencies are exchanged
   */
  public record Costs(
      Money fixed, double fraction, double spreadFraction, double exchangeFraction) {}

  /**
   * What must never be exceeded.
   *
   * @param securityWeightMax of the total, such as 0.15
   * @param countryWeightMax of the total, such as 0.35
   * @param industryWeightMax of the total, such as 0.30
   * @param orderValueMax of one order, in the base currency
   * @param tradesPerCycleMax how many trades one cycle may start
   * @param priceAgeMax older prices are no prices
   */
  public record Limits(
      double securityWeightMax,
      double countryWeightMax,
      double industryWeightMax,
      Money orderValueMax,
      int tradesPerCycleMax,
      Duration priceAgeMax) {}

  /**
   * How trades are searched for.
   *
   * @param depthMax trades in one plan, 1 to 10
   * @param candidatesMax securities looked at, 1 to 60
   * @param improvementMin a plan must be better than doing nothing by so much
   * @param weightGapMin smaller distances from the target weight are left alone
   * @param buyCooldown no second purchase within it
   * @param sellCooldown no second sale within it
   * @param holdMin no sale so soon after a purchase
   */
  public record Planner(
      int depthMax,
      int candidatesMax,
      double improvementMin,
      double weightGapMin,
      Duration buyCooldown,
      Duration sellCooldown,
      Duration holdMin) {}

  /** The same numbers as the scoring service's parameters. */
  public record Scoring(
      double targetAnnualReturn,
      double longTermWeight,
      double shortTermWeight,
      double technicalsWeight) {}

  /**
   * The same numbers as the optimization service's parameters.
   *
   * @param estimator SAMPLE or LEDOIT_WOLF
   */
  public record Optimizer(double blend, int historyBars, String estimator) {}

  /** How far the system may go without asking. */
  public enum Autonomy {
    /** Plans are shown; nothing is sent. */
    PROPOSE,
    /** Plans are carried out. */
    FULL
  }

  /** No second purchase of a security within it. */
  public Duration buyCooldownOf(Isin isin) {
    return Objects.requireNonNullElse(wishOf(isin).buyCooldown(), planner.buyCooldown());
  }

  /** No second sale of a security within it. */
  public Duration sellCooldownOf(Isin isin) {
    return Objects.requireNonNullElse(wishOf(isin).sellCooldown(), planner.sellCooldown());
  }

  /** What is wanted of one security; the default wish when there is none. */
  public SecurityWish wishOf(Isin isin) {
    Optional<SecurityWish> own = wishes.stream().filter(w -> w.isin().equals(isin)).findFirst();
    return own.orElseGet(() -> SecurityWish.defaultFor(isin));
  }
}
