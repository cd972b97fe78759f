package dev.arduinotrader.planning;

import static dev.arduinotrader.planning.World.EUR;
import static dev.arduinotrader.planning.World.GBX;
import static dev.arduinotrader.planning.World.USD;
import static dev.arduinotrader.planning.World.eur;
import static dev.arduinotrader.planning.World.isin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.optimization.GroupWeight;
import dev.arduinotrader.portfolio.GroupTarget;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a plan does about the gaps between weights and targets. */
class PlanOfTargetsTest {
  private final Services services = new Services();

  @Test
  void doesNothingWhenEveryWeightIsItsTarget() {
    World world = new World().unlimited().cash("500", Currency.EUR);
    for (int i = 0; i < 10; i++) {
      world.security("S" + i, "95", EUR).holding("S" + i, "10");
      services.judge("S" + i, 0.6, 0.095);
    }

    Plan plan = services.plan(world);

    assertThat(plan.isDoNothing()).isTrue();
    assertThat(plan.improvement()).isZero();
    assertThat(plan.certificate().proven()).isTrue();
    assertThat(plan.rejected()).extracting(RejectedCandidate::code).containsOnly("WITHIN_BAND");
  }

  @Test
  void buysWhatIsBelowItsTargetAndSaysWhy() {
    World world =
        new World()
            .cash("30000", Currency.EUR)
            .rate(Currency.USD, "1.0752")
            .security("A", "178.10", USD);
    services.judge("A", 0.71, 0.15);

    Plan plan = services.plan(world);

    PlanStep step = plan.steps().getFirst();
    assertThat(step.side()).isEqualTo(Side.BUY);
    // 15 % of 30,000 EUR at 165.64 EUR are 27.2 units.
    assertThat(step.quantity()).hasToString("27");
    assertThat(step.value()).hasToString("4808.70 USD");
    assertThat(step.valueInBase()).hasToString("4472.38 EUR");
    assertThat(step.limit()).hasToString("187 USD");
    // 2 EUR + 0.25 % of 4,472.38 EUR.
    assertThat(step.cost()).isEqualTo(eur("13.18"));
    assertThat(plan.costs()).isEqualTo(eur("13.18"));
    assertThat(step.reasonCode()).isEqualTo("UNDER_TARGET");
    assertThat(step.reason())
        .isEqualTo(
            "15.0 % below its target of 15.0 % (score 0.71): buy 27 for 4808.70 USD,"
                + " at most 187 USD each, cost 13.18 EUR");
    assertThat(step.weightAfter()).isCloseTo(0.14908, within(1e-4));
    assertThat(step.contribution()).isCloseTo(plan.improvement(), within(1e-12));
    assertThat(plan.scoreAfter() - plan.scoreNow()).isEqualTo(plan.improvement());
    assertThat(plan.narrative()).contains("Buy 27 A for 4472.38 EUR", "Proven best of 4 sets");
  }

  @Test
  void tellsOptimizationWhatGroupsShouldWeighLessWhatTheyKeep() {
    World world =
        new World()
            .cash("900", Currency.EUR)
            .security("US", "10", EUR, "United States", "Technology", "1")
            .security("CA", "10", EUR, "Canada", "Mining", "1")
            .security("UNSCORED", "10", EUR, "Canada", "Mining", "1")
            .security("DE", "10", EUR, "Germany", "Mining", "1")
            .holding("UNSCORED", "10")
            .groups(
                new GroupTarget(
                    "America", GroupTarget.Kind.COUNTRY, List.of("Canada", "United States"), 0.4),
                new GroupTarget("Mines", GroupTarget.Kind.INDUSTRY, List.of("Mining"), 0.05));
    services.score("US", 0.5).score("CA", 0.5).score("DE", 0.5);

    services.plan(world);

    // 100 of 1,000 EUR stay in what has no score.
    assertThat(services.optimization.requests().getFirst().groups())
        .containsExactly(
            new GroupWeight("America", List.of(isin("US"), isin("CA")), 0.4 - 0.1),
            new GroupWeight("Mines", List.of(isin("CA"), isin("DE")), 0));
  }

  @Test
  void buysEarlyWhatTheOwnerWantsAtLeast() {
    World world =
        new World()
            .cash("30000", Currency.EUR)
            .rate(Currency.USD, "1.0752")
            .rate(Currency.GBP, "0.8689")
            .security("US", "178.10", USD, "United States", "Technology", "1")
            .security("UK", "1035.377", GBX, "United Kingdom", "Mining", "1")
            .minimum("US", 0.10)
            .minimum("UK", 0.10);
    services.score("US", 0.4).score("UK", 0.4);
    for (int i = 0; i < 20; i++) {
      world.security("S" + i, "10", EUR);
      services.score("S" + i, 0.9);
    }

    Plan plan = services.plan(world);

    assertThat(plan.steps().subList(0, 2))
        .extracting(PlanStep::symbol)
        .containsExactlyInAnyOrder("UK", "US");
    assertThat(plan.steps().getFirst().reasonCode()).isEqualTo("BELOW_MINIMUM");
    assertThat(plan.steps().get(0).weightAfter()).isCloseTo(0.10, within(0.045));
    assertThat(services.optimization.requests().getFirst().assets())
        .filteredOn(bounds -> bounds.isin().equals(isin("US")))
        .singleElement()
        .satisfies(bounds -> assertThat(bounds.minimumWeight()).isEqualTo(0.10));
  }

  @Test
  void keepsTheOwnersMinimumAheadOfLargerTargets() {
    World world = new World().unlimited().cash("30000", Currency.EUR).minimum("M", 0.10);
    world.security("M", "10", EUR);
    services.judge("M", 0.3, 0.10);
    for (int i = 0; i < 6; i++) {
      world.security("S" + i, "10", EUR);
      services.judge("S" + i, 0.9, 0.14);
    }

    assertThat(services.plan(world).steps().getFirst().symbol()).isEqualTo("M");
  }

  @Test
  void sellsWhatHasNoTargetToPayForWhatHas() {
    World world =
        new World()
            .unlimited()
            .cash("500", Currency.EUR)
            .security("OLD", "50", EUR)
            .holding("OLD", "200")
            .security("NEW", "20", EUR);
    services.judge("OLD", 0.3, 0).judge("NEW", 0.8, 0.95);

    Plan plan = services.plan(world);

    assertThat(plan.steps()).extracting(PlanStep::side).containsExactly(Side.SELL, Side.BUY);
    PlanStep sale = plan.steps().getFirst();
    assertThat(sale.reasonCode()).isEqualTo("NO_TARGET");
    assertThat(sale.quantity()).hasToString("190");
    assertThat(sale.limit()).hasToString("47.5 EUR");
    assertThat(sale.contribution()).isGreaterThan(0);
  }

  @Test
  void keepsTheReserveEvenWhenEveryPurchaseIsMadeAtItsLimit() {
    World world = new World().unlimited().reserve("2000").cash("5000", Currency.EUR);
    for (int i = 0; i < 4; i++) {
      world.security("S" + i, "7", EUR);
      services.judge("S" + i, 0.5 + i * 0.1, 0.15);
    }

    Plan plan = services.plan(world);

    double atWorst = 0;
    for (PlanStep step : plan.steps()) {
      double value = step.limit().times(step.quantity()).amount().doubleValue();
      atWorst += value + 2 + 0.002 * value;
    }
    assertThat(plan.steps()).isNotEmpty();
    assertThat(atWorst).isLessThanOrEqualTo(3_000);
  }

  @Test
  void endsWithTheCashThatTheStepsLeave() {
    World world = new World().unlimited().cash("10000", Currency.EUR);
    for (int i = 0; i < 4; i++) {
      world.security("S" + i, "33.10", EUR);
      services.judge("S" + i, 0.6, 0.12);
    }

    Plan plan = services.plan(world);

    double spent = 0;
    for (PlanStep step : plan.steps()) {
      double value = step.valueInBase().amount().doubleValue();
      assertThat(step.cost().amount().doubleValue())
          .isCloseTo(2 + 0.0025 * value, within(0.005001));
      spent += value + step.cost().amount().doubleValue();
    }
    assertThat(plan.costs().amount().doubleValue())
        .isCloseTo(
            plan.steps().stream().mapToDouble(s -> s.cost().amount().doubleValue()).sum(),
            within(1e-9));
    assertThat(10_000 - spent).isGreaterThanOrEqualTo(500);
  }

  @Test
  void movesNothingWhenOnlyTheQuoteCurrencyChanges() {
    World inEuro =
        new World()
            .cash("30000", Currency.EUR)
            .security("A", "10.5", EUR)
            .security("B", "7.7", EUR);
    services.judge("A", 0.6, 0.10).judge("B", 0.7, 0.12);
    World inPence =
        new World()
            .cash("30000", Currency.EUR)
            .rate(Currency.GBP, "0.8")
            .security("A", "840", GBX)
            .security("B", "616", GBX);
    // Exchanges cost a little more at worst; with cash in plenty that changes nothing.
    Plan euro = services.plan(inEuro);
    Plan pence = new Services().judge("A", 0.6, 0.10).judge("B", 0.7, 0.12).plan(inPence);

    assertThat(pence.steps()).hasSameSizeAs(euro.steps());
    for (int i = 0; i < euro.steps().size(); i++) {
      assertThat(pence.steps().get(i).quantity()).isEqualTo(euro.steps().get(i).quantity());
      assertThat(pence.steps().get(i).valueInBase()).isEqualTo(euro.steps().get(i).valueInBase());
    }
    assertThat(pence.scoreAfter()).isCloseTo(euro.scoreAfter(), within(1e-12));
    assertThat(pence.steps().getFirst().value().currency()).isEqualTo(Currency.GBP);
  }

  @Test
  void sharesTargetsThatAreTooSmallToTradeAmongTheOthers() {
    World world = new World().cash("10000", Currency.EUR);
    for (int i = 0; i < 60; i++) {
      world.security("S" + i, "10", EUR);
      services.score("S" + i, 0.5);
    }

    Plan plan = services.plan(world);

    assertThat(services.optimization.requests())
        .extracting(request -> request.assets().size())
        .containsExactly(60, 10);
    assertThat(plan.steps())
        .hasSize(5)
        .allMatch(step -> step.weightTarget() > 0.09 && step.weightAfter() > 0.09);
    assertThat(plan.rejected())
        .filteredOn(rejected -> rejected.code().equals("TARGET_TOO_SMALL"))
        .hasSize(50)
        .first()
        .satisfies(rejected -> assertThat(rejected.reason()).contains("158.33 EUR", "250.00 EUR"));
    assertThat(plan.completeness()).isEqualTo(1);
  }

  @Test
  void tellsCountriesApart() {
    assertThat(scoreOfTwoInCountries("X", "X")).isNotEqualTo(scoreOfTwoInCountries("X", "Y"));
  }

  private static double scoreOfTwoInCountries(String first, String second) {
    World world =
        new World()
            .cash("4000", Currency.EUR)
            .security("A", "10", EUR, first, "one", "1")
            .security("B", "10", EUR, second, "two", "1")
            .holding("A", "300")
            .holding("B", "300");
    return new Services().judge("A", 0.5, 0.3).judge("B", 0.5, 0.3).plan(world).scoreNow();
  }

  @Test
  void neverExceedsTheLimitsOfSecuritiesCountriesAndIndustries() {
    World world = new World().cash("30000", Currency.EUR);
    for (int i = 0; i < 8; i++) {
      world.security("S" + i, "11", EUR, i < 6 ? "X" : "Y", i % 2 == 0 ? "odd" : "even", "1");
      services.judge("S" + i, 0.9, 0.12);
    }

    Plan plan = services.plan(world);

    double inX =
        plan.steps().stream()
            .filter(step -> step.symbol().compareTo("S6") < 0)
            .mapToDouble(PlanStep::weightAfter)
            .sum();
    assertThat(inX).isLessThanOrEqualTo(0.35);
    for (String rest : new String[] {"02468", "1357"}) {
      double industry =
          plan.steps().stream()
              .filter(step -> rest.contains(step.symbol().substring(1)))
              .mapToDouble(PlanStep::weightAfter)
              .sum();
      assertThat(industry).isLessThanOrEqualTo(0.30);
    }
    assertThat(plan.steps()).allMatch(step -> step.weightAfter() <= 0.15);
    assertThat(plan.steps()).hasSizeGreaterThan(2);
  }

  @Test
  void rejectsPurchasesInACountryWithoutRoom() {
    World world =
        new World()
            .cash("6000", Currency.EUR)
            .security("HELD", "10", EUR, "X", "one", "1")
            .holding("HELD", "400")
            .security("MORE", "10", EUR, "X", "two", "1");
    services.judge("HELD", 0.6, 0.4).judge("MORE", 0.9, 0.10);

    Plan plan = services.plan(world);

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.rejected())
        .filteredOn(rejected -> rejected.symbol().equals("MORE"))
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.code()).isEqualTo("COUNTRY_LIMIT");
              assertThat(rejected.reason()).contains("X has room for 0.00 EUR", "35.0 %");
            });
  }

  @Test
  void doesNothingBelowTheImprovementThatThePolicyAsksFor() {
    World world =
        new World()
            .cash("30000", Currency.EUR)
            .security("A", "10", EUR)
            .planner(
                old ->
                    new InvestmentPolicy.Planner(
                        5, 25, 0.9, 0.005, Duration.ZERO, Duration.ZERO, Duration.ZERO));
    services.judge("A", 0.6, 0.10);

    Plan plan = services.plan(world);

    assertThat(plan.isDoNothing()).isTrue();
    assertThat(plan.scoreAfter()).isEqualTo(plan.scoreNow());
    assertThat(plan.alternatives().getFirst().trades()).containsExactly("BUY 300 A");
    assertThat(plan.alternatives().getFirst().whyNot())
        .contains("the policy asks for more than 0.9000");
  }

  @Test
  void namesTheNextBestSetsAndDoingNothing() {
    World world = new World().cash("30000", Currency.EUR);
    for (int i = 0; i < 3; i++) {
      world.security("S" + i, "10", EUR);
      services.judge("S" + i, 0.6, 0.10);
    }

    Plan plan = services.plan(world);

    assertThat(plan.alternatives()).hasSizeGreaterThan(3);
    assertThat(plan.alternatives().getLast().trades()).isEmpty();
    assertThat(plan.alternatives())
        .extracting(Alternative::score)
        .allMatch(score -> score <= plan.scoreAfter())
        .isSortedAccordingTo((left, right) -> Double.compare(right, left));
  }
}
