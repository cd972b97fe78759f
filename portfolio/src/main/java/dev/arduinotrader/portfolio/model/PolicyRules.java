package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.portfolio.GroupTarget;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.SecurityWish;
import dev.arduinotrader.portfolio.TradingGuards;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a policy must be like; looks at all of it and names every fault. */
public final class PolicyRules {
  private static final Set<String> ESTIMATORS = Set.of("LEDOIT_WOLF", "SAMPLE");
  private static final double COST_FRACTION_MAX = 0.1;
  private static final Duration PRICE_AGE_MAX = Duration.ofDays(31);
  private static final Duration COOLDOWN_MAX = Duration.ofDays(3_660);
  private static final int NOTE_LENGTH_MAX = 500;
  private static final int TRADES_MAX = 1_000;
  private static final double TURNOVER_MAX = 10;
  private static final Duration PLAN_AGE_MAX = Duration.ofDays(7);

  private final Currency base;
  private final List<Fault> faults = new ArrayList<>();

  private PolicyRules(Currency base) {
    this.base = base;
  }

  /** Everything that is wrong with a policy of an account with this base currency. */
  public static List<Fault> faults(InvestmentPolicy policy, Currency base) {
    PolicyRules rules = new PolicyRules(base);
    rules.checkCosts(policy.costs());
    rules.checkLimits(policy.limits());
    rules.checkPlanner(policy.planner());
    rules.checkScoring(policy.scoring());
    rules.checkOptimizer(policy.optimizer());
    rules.checkMoney("cashReserve", policy.cashReserve(), false);
    rules.checkWishes(policy.wishes());
    rules.checkGuards(policy.guards());
    GroupRules.addFaults(policy.groups(), rules.faults);
    return List.copyOf(rules.faults);
  }

  /** The same policy with its wishes in the order of their ISIN, its groups in that of names. */
  public static InvestmentPolicy ordered(InvestmentPolicy policy) {
    return new InvestmentPolicy(
        policy.costs(),
        policy.limits(),
        policy.planner(),
        policy.scoring(),
        policy.optimizer(),
        policy.cashReserve(),
        policy.autonomy(),
        policy.wishes().stream().sorted(Comparator.comparing(SecurityWish::isin)).toList(),
        policy.guards(),
        policy.groups().stream().sorted(Comparator.comparing(GroupTarget::name)).toList());
  }

  private void checkCosts(InvestmentPolicy.Costs costs) {
    checkMoney("costs.fixed", costs.fixed(), false);
    checkRange("costs.fraction", costs.fraction(), 0, COST_FRACTION_MAX);
    checkRange("costs.spreadFraction", costs.spreadFraction(), 0, COST_FRACTION_MAX);
    checkRange("costs.exchangeFraction", costs.exchangeFraction(), 0, COST_FRACTION_MAX);
  }

  private void checkLimits(InvestmentPolicy.Limits limits) {
    checkPositiveFraction("limits.securityWeightMax", limits.securityWeightMax());
    checkPositiveFraction("limits.countryWeightMax", limits.countryWeightMax());
    checkPositiveFraction("limits.industryWeightMax", limits.industryWeightMax());
    checkMoney("limits.orderValueMax", limits.orderValueMax(), true);
    checkRange("limits.tradesPerCycleMax", limits.tradesPerCycleMax(), 0, 20);
    Duration age = limits.priceAgeMax();
    if (!age.isPositive() || age.compareTo(PRICE_AGE_MAX) > 0) {
      fault("limits.priceAgeMax", "above zero and up to 31 days", age);
    }
  }

  private void checkPlanner(InvestmentPolicy.Planner planner) {
    checkRange("planner.depthMax", planner.depthMax(), 1, 10);
    checkRange("planner.candidatesMax", planner.candidatesMax(), 1, 60);
    checkRange("planner.improvementMin", planner.improvementMin(), 0, 1);
    checkRange("planner.weightGapMin", planner.weightGapMin(), 0, 1);
    checkCooldown("planner.buyCooldown", planner.buyCooldown());
    checkCooldown("planner.sellCooldown", planner.sellCooldown());
    checkCooldown("planner.holdMin", planner.holdMin());
  }

  private void checkScoring(InvestmentPolicy.Scoring scoring) {
    checkPositiveFraction("scoring.targetAnnualReturn", scoring.targetAnnualReturn());
    checkRange("scoring.longTermWeight", scoring.longTermWeight(), 0, 1);
    checkRange("scoring.shortTermWeight", scoring.shortTermWeight(), 0, 1);
    checkRange("scoring.technicalsWeight", scoring.technicalsWeight(), 0, 1);
    if (scoring.longTermWeight() + scoring.shortTermWeight() + scoring.technicalsWeight() == 0) {
      fault("scoring", "at least one weight above zero", "three zeros");
    }
  }

  private void checkOptimizer(InvestmentPolicy.Optimizer optimizer) {
    checkRange("optimizer.blend", optimizer.blend(), 0, 1);
    checkRange("optimizer.historyBars", optimizer.historyBars(), 60, 5_000);
    if (!ESTIMATORS.contains(optimizer.estimator())) {
      fault("optimizer.estimator", "LEDOIT_WOLF or SAMPLE", "'" + optimizer.estimator() + "'");
    }
  }

  private void checkGuards(TradingGuards guards) {
    checkRange("guards.tradesPerHourMax", guards.tradesPerHourMax(), 1, TRADES_MAX);
    checkRange("guards.tradesPerDayMax", guards.tradesPerDayMax(), 1, TRADES_MAX);
    checkRange("guards.tradesPerWeekMax", guards.tradesPerWeekMax(), 1, TRADES_MAX);
    double turnover = guards.turnoverDayMax();
    if (!(turnover > 0 && turnover <= TURNOVER_MAX)) {
      fault("guards.turnoverDayMax", "above 0 and up to " + number(TURNOVER_MAX), turnover);
    }
    checkPositiveFraction("guards.lossNoSales", guards.lossNoSales());
    checkPositiveFraction("guards.lossNoTrades", guards.lossNoTrades());
    checkPositiveFraction("guards.costShareMax", guards.costShareMax());
    Duration age = guards.planAgeMax();
    if (!age.isPositive() || age.compareTo(PLAN_AGE_MAX) > 0) {
      fault("guards.planAgeMax", "above zero and up to 7 days", age);
    }
  }

  private void checkWishes(List<SecurityWish> wishes) {
    Set<Isin> seen = new HashSet<>();
    double minimumSum = 0;
    for (SecurityWish wish : wishes) {
      String place = "wishes[" + wish.isin() + "]";
      if (!seen.add(wish.isin())) {
        fault(place, "each security once", "it twice");
      }
      checkRange(place + ".multiplier", wish.multiplier(), 0.1, 10);
      checkWeights(place, wish);
      if (wish.note().length() > NOTE_LENGTH_MAX) {
        fault(place + ".note", "at most 500 characters", wish.note().length());
      }
      checkCooldown(place + ".buyCooldown", wish.buyCooldown());
      checkCooldown(place + ".sellCooldown", wish.sellCooldown());
      Double minimum = wish.minimumWeight();
      minimumSum += minimum == null ? 0 : minimum;
    }
    if (minimumSum > 1) {
      fault("wishes", "minimum weights that sum to 1 at most", minimumSum);
    }
  }

  private void checkWeights(String place, SecurityWish wish) {
    Double minimum = wish.minimumWeight();
    Double maximum = wish.maximumWeight();
    if (minimum != null) {
      checkPositiveFraction(place + ".minimumWeight", minimum);
    }
    if (maximum != null) {
      checkRange(place + ".maximumWeight", maximum, 0, 1);
    }
    if (minimum != null && maximum != null && minimum > maximum) {
      fault(place + ".minimumWeight", "at most the maximum weight " + maximum, minimum);
    }
  }

  private void checkMoney(String place, Money money, boolean aboveZero) {
    if (!money.currency().equals(base)) {
      fault(place, "an amount in the base currency " + base, money);
    } else if (money.isNegative() || (aboveZero && money.isZero())) {
      fault(place, aboveZero ? "more than zero" : "zero or more", money);
    }
  }

  private void checkCooldown(String place, @Nullable Duration duration) {
    if (duration == null) {
      return;
    }
    if (duration.isNegative() || duration.compareTo(COOLDOWN_MAX) > 0) {
      fault(place, "0 to 3,660 days", duration);
    }
  }

  /** Not-a-number is in no range. */
  private void checkRange(String place, double value, double from, double to) {
    if (!(value >= from && value <= to)) {
      fault(place, "%s to %s".formatted(number(from), number(to)), number(value));
    }
  }

  private void checkPositiveFraction(String place, double value) {
    if (!(value > 0 && value <= 1)) {
      fault(place, "above 0 and up to 1", number(value));
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private void fault(String place, String expected, Object found) {
    faults.add(new Fault(place, "expected " + expected + ", found " + found));
  }
}
