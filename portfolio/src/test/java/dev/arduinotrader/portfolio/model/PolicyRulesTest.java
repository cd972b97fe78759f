package dev.arduinotrader.portfolio.model;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.BP;
import static dev.arduinotrader.portfolio.MovementsOf.money;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.GroupTarget;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.SecurityWish;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyRulesTest {
  private static final InvestmentPolicy DEFAULT = DefaultPolicy.of(Currency.EUR, Environment.PAPER);

  @Test
  void theDefaultPolicyKeepsTheRulesInAnyCurrency() {
    for (String currency : List.of("EUR", "USD", "JPY", "KWD")) {
      Currency base = Currency.of(currency);
      for (Environment environment : Environment.values()) {
        assertThat(PolicyRules.faults(DefaultPolicy.of(base, environment), base)).isEmpty();
      }
    }
  }

  @Test
  void onlyPlayMoneyIsTradedWithoutAsking() {
    assertThat(DEFAULT.autonomy()).isEqualTo(InvestmentPolicy.Autonomy.FULL);
    assertThat(DefaultPolicy.of(Currency.EUR, Environment.LIVE).autonomy())
        .isEqualTo(InvestmentPolicy.Autonomy.PROPOSE);
  }

  @Test
  void namesEveryFaultOfAWholePolicy() {
    InvestmentPolicy bad =
        new InvestmentPolicy(
            new InvestmentPolicy.Costs(money("-1", "EUR"), -0.1, Double.NaN, 0.5),
            new InvestmentPolicy.Limits(0, 1.1, Double.NaN, money("0", "EUR"), 21, Duration.ZERO),
            new InvestmentPolicy.Planner(
                0, 61, -1, 2, Duration.ofDays(-1), Duration.ofDays(9_999), Duration.ofDays(-1)),
            new InvestmentPolicy.Scoring(0, 0, 0, 0),
            new InvestmentPolicy.Optimizer(2, 10, "GUESS"),
            money("500", "USD"),
            InvestmentPolicy.Autonomy.FULL,
            List.of());
    assertThat(PolicyRules.faults(bad, Currency.EUR))
        .extracting(Fault::place)
        .containsExactly(
            "costs.fixed",
            "costs.fraction",
            "costs.spreadFraction",
            "costs.exchangeFraction",
            "limits.securityWeightMax",
            "limits.countryWeightMax",
            "limits.industryWeightMax",
            "limits.orderValueMax",
            "limits.tradesPerCycleMax",
            "limits.priceAgeMax",
            "planner.depthMax",
            "planner.candidatesMax",
            "planner.improvementMin",
            "planner.weightGapMin",
            "planner.buyCooldown",
            "planner.sellCooldown",
            "planner.holdMin",
            "scoring.targetAnnualReturn",
            "scoring",
            "optimizer.blend",
            "optimizer.historyBars",
            "optimizer.estimator",
            "cashReserve");
  }

  @Test
  void saysWhatWasExpectedAndFound() {
    InvestmentPolicy bad =
        Policies.withWishes(
            new SecurityWish(APPLE, true, true, true, 11, 0.2, 0.1, ""),
            new SecurityWish(BP, true, true, true, 1, 0.9, null, ""),
            new SecurityWish(BP, true, true, true, 1, null, -0.5, ""));
    assertThat(PolicyRules.faults(bad, Currency.EUR))
        .extracting(Fault::toString)
        .containsExactly(
            "wishes[US0378331005].multiplier: expected 0.1 to 10, found 11",
            "wishes[US0378331005].minimumWeight: expected at most the maximum weight 0.1,"
                + " found 0.2",
            "wishes[GB0007980591]: expected each security once, found it twice",
            "wishes[GB0007980591].maximumWeight: expected 0 to 1, found -0.5",
            "wishes: expected minimum weights that sum to 1 at most, found 1.1");
  }

  @Test
  void namesEveryFaultOfGroups() {
    InvestmentPolicy bad =
        Policies.withGroups(
            new GroupTarget("Europe", GroupTarget.Kind.COUNTRY, List.of("Germany", "France"), 0.7),
            new GroupTarget("Europe", GroupTarget.Kind.COUNTRY, List.of("France"), 0.4),
            new GroupTarget("Energy", GroupTarget.Kind.INDUSTRY, List.of(), 0));
    assertThat(PolicyRules.faults(bad, Currency.EUR))
        .extracting(Fault::place)
        .containsExactly(
            "groups[Europe]",
            "groups[Europe].members",
            "groups[Energy].weight",
            "groups[Energy].members",
            "groups");
  }

  @Test
  void aWishMayHaveCooldownsOfItsOwn() {
    SecurityWish wish =
        new SecurityWish(
            APPLE, true, true, true, 1, null, null, "", Duration.ofDays(3), Duration.ofDays(-1));
    InvestmentPolicy policy = Policies.withWishes(wish);
    assertThat(policy.buyCooldownOf(APPLE)).isEqualTo(Duration.ofDays(3));
    assertThat(policy.buyCooldownOf(BP)).isEqualTo(policy.planner().buyCooldown());
    assertThat(PolicyRules.faults(policy, Currency.EUR))
        .extracting(Fault::place)
        .containsExactly("wishes[US0378331005].sellCooldown");
  }

  @Test
  void ordersWishesByIsin() {
    InvestmentPolicy policy =
        Policies.withWishes(SecurityWish.defaultFor(APPLE), SecurityWish.defaultFor(BP));
    assertThat(PolicyRules.ordered(policy).wishes())
        .extracting(SecurityWish::isin)
        .containsExactly(BP, APPLE);
  }
}
