package dev.arduinotrader.planning;

import static dev.arduinotrader.planning.World.EUR;
import static dev.arduinotrader.planning.World.NOW;
import static dev.arduinotrader.planning.World.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a security is not tried: each rule with its numbers, and the boundary days. */
class RejectionTest {
  private final Services services = new Services();

  /** 30 days after a purchase, 180 after a sale, 90 of holding. */
  @ParameterizedTest
  @CsvSource({
    "BUY, 29, , BUY_COOLDOWN",
    "BUY, 30, , ",
    "BUY, , 1, ",
    "BUY, , , ",
    "SELL, 89, , HOLD_MINIMUM",
    "SELL, 90, , ",
    "SELL, , 179, SELL_COOLDOWN",
    "SELL, , 180, ",
    "SELL, 89, 179, SELL_COOLDOWN",
    "SELL, 90, 180, ",
    "SELL, , , "
  })
  void countsDaysFromTheLastTradeOfTheSameSide(
      Side wanted,
      @Nullable Integer boughtDaysAgo,
      @Nullable Integer soldDaysAgo,
      @Nullable String code) {
    World world =
        new World()
            .unlimited()
            .cash("20000", Currency.EUR)
            .security("A", "10", EUR)
            .holding("A", "500", daysAgo(boughtDaysAgo), daysAgo(soldDaysAgo), "")
            .security("B", "10", EUR);
    boolean sell = wanted == Side.SELL;
    services.judge("A", sell ? 0.0 : 0.8, sell ? 0 : 0.4).judge("B", 0.9, sell ? 0.9 : 0);

    Plan plan = services.plan(world);

    if (code == null) {
      assertThat(plan.steps())
          .filteredOn(step -> step.symbol().equals("A"))
          .extracting(PlanStep::side)
          .containsExactly(wanted);
    } else {
      assertThat(codeOf(plan, "A")).isEqualTo(code);
      assertThat(plan.steps()).noneMatch(step -> step.symbol().equals("A"));
    }
  }

  @Test
  void tellsTheNumbersOfACooldown() {
    World world =
        new World()
            .cash("20000", Currency.EUR)
            .security("A", "10", EUR)
            .holding("A", "10", daysAgo(12), null, "");
    services.judge("A", 0.8, 0.10);

    assertThat(reasonOf(services.plan(world), "A"))
        .isEqualTo("last purchase 12.0 d ago, needs 30.0 d");
  }

  @Test
  void keepsItsHandsOffWhatTheOwnerForbids() {
    World world =
        new World()
            .unlimited()
            .cash("20000", Currency.EUR)
            .security("NOBUY", "10", EUR)
            .allow("NOBUY", false, true, true)
            .security("NOSELL", "10", EUR)
            .holding("NOSELL", "100")
            .allow("NOSELL", true, false, true)
            .security("HANDS", "10", EUR)
            .holding("HANDS", "100")
            .allow("HANDS", true, true, false)
            .security("FREE", "10", EUR);
    services.judge("NOBUY", 0.9, 0.0).judge("NOSELL", 0.1, 0).judge("HANDS", 0.1, 0);
    services.judge("FREE", 0.9, 0.9);

    Plan plan = services.plan(world);

    assertThat(codeOf(plan, "NOBUY")).isEqualTo("BUY_NOT_ALLOWED");
    assertThat(codeOf(plan, "NOSELL")).isEqualTo("SELL_NOT_ALLOWED");
    assertThat(codeOf(plan, "HANDS")).isEqualTo("UNMANAGED");
    assertThat(plan.steps()).extracting(PlanStep::symbol).containsExactly("FREE");
  }

  @Test
  void boundsWeightsByWhatTheOwnerForbids() {
    World world =
        new World()
            .cash("18000", Currency.EUR)
            .security("NOBUY", "10", EUR)
            .holding("NOBUY", "100")
            .allow("NOBUY", false, true, true)
            .security("NOSELL", "10", EUR)
            .holding("NOSELL", "100")
            .allow("NOSELL", true, false, true);
    services.score("NOBUY", 0.9).score("NOSELL", 0.9);

    services.plan(world);

    var request = services.optimization.requests().getFirst();
    // 5 % and 15 %: no more than the maxima hold.
    assertThat(request.investedWeight()).isCloseTo(0.20, within(1e-12));
    assertThat(request.assets())
        .anySatisfy(
            bounds -> {
              assertThat(bounds.isin()).isEqualTo(World.isin("NOBUY"));
              assertThat(bounds.minimumWeight()).isZero();
              assertThat(bounds.maximumWeight()).isEqualTo(0.05);
            })
        .anySatisfy(
            bounds -> {
              assertThat(bounds.isin()).isEqualTo(World.isin("NOSELL"));
              assertThat(bounds.minimumWeight()).isEqualTo(0.05);
              assertThat(bounds.maximumWeight()).isEqualTo(0.15);
            });
  }

  @Test
  void namesWhatHasNoPriceAScoreOrAMeasure() {
    World world =
        new World()
            .cash("20000", Currency.EUR)
            .security("GOOD", "10", EUR)
            .security("PRICELESS", "10", EUR)
            .priceless("PRICELESS")
            .security("OLD", "10", EUR)
            .pricedAt("OLD", NOW.minus(Duration.ofDays(6)))
            .security("CLOSED", "10", EUR)
            .untradable("CLOSED")
            .security("DOLLAR", "10", World.USD)
            .security("NEW", "10", EUR)
            .security("WILD", "10", EUR);
    services.judge("GOOD", 0.9, 0.10).score("WILD", 0.9);
    services.optimization.withExcluded(World.isin("WILD"), "5 days of returns");

    Plan plan = services.plan(world);

    assertThat(codeOf(plan, "PRICELESS")).isEqualTo("PRICE_MISSING");
    assertThat(codeOf(plan, "OLD")).isEqualTo("PRICE_OLD");
    assertThat(reasonOf(plan, "OLD"))
        .isEqualTo("its price is 6.0 d old, at most 5.0 d are allowed");
    assertThat(codeOf(plan, "CLOSED")).isEqualTo("NOT_TRADABLE");
    assertThat(codeOf(plan, "DOLLAR")).isEqualTo("RATE_MISSING");
    assertThat(codeOf(plan, "NEW")).isEqualTo("UNSCORED");
    assertThat(codeOf(plan, "WILD")).isEqualTo("NOT_MEASURABLE");
    assertThat(plan.completeness()).isBetween(0.3, 0.8);
    assertThat(plan.steps()).extracting(PlanStep::symbol).containsExactly("GOOD");
  }

  @Test
  void neverSellsAHoldingBecauseItCannotBeJudged() {
    World world =
        new World()
            .unlimited()
            .cash("1000", Currency.EUR)
            .security("UNSCORED", "10", EUR)
            .holding("UNSCORED", "100")
            .security("UNMEASURED", "10", EUR)
            .holding("UNMEASURED", "100")
            .security("GOOD", "10", EUR);
    services.judge("GOOD", 0.9, 0.2).score("UNMEASURED", 0.5);
    services.optimization.withExcluded(World.isin("UNMEASURED"), "5 days of returns");

    Plan plan = services.plan(world);

    assertThat(plan.steps()).noneMatch(step -> step.side() == Side.SELL);
    assertThat(codeOf(plan, "UNSCORED")).isEqualTo("UNSCORED");
    assertThat(codeOf(plan, "UNMEASURED")).isEqualTo("NOT_MEASURABLE");
    // Asked again without it: its third of the total is not the others' to have.
    assertThat(services.optimization.requests()).hasSize(2);
    assertThat(services.optimization.requests().getLast().investedWeight())
        .isEqualTo(1 - 2.0 / 3 - 500.0 / 3_000);
  }

  @Test
  void namesTradesThatAreTooSmall() {
    World world =
        new World()
            .cash("30000", Currency.EUR)
            .security("SMALL", "10", EUR)
            .security("LOT", "1000", EUR)
            .security("BAND", "10", EUR);
    services.judge("SMALL", 0.9, 0.008).judge("LOT", 0.9, 0.015).judge("BAND", 0.9, 0.004);

    Plan plan = services.plan(world);

    assertThat(codeOf(plan, "SMALL")).isEqualTo("BELOW_MINIMUM_TICKET");
    assertThat(reasonOf(plan, "SMALL")).contains("240.00 EUR missing", "at least 250.00 EUR");
    assertThat(codeOf(plan, "LOT")).isEqualTo("LOT_TOO_LARGE");
    assertThat(codeOf(plan, "BAND")).isEqualTo("WITHIN_BAND");
  }

  @Test
  void namesTheCashThatIsMissing() {
    World world =
        new World()
            .unlimited()
            .cash("600", Currency.EUR)
            .security("HELD", "10", EUR)
            .holding("HELD", "100")
            .security("A", "10", EUR);
    services.judge("HELD", 0.5, 0.625).judge("A", 0.9, 0.3);

    Plan plan = services.plan(world);

    assertThat(codeOf(plan, "A")).isEqualTo("CASH");
    assertThat(reasonOf(plan, "A")).contains("100.00 EUR can be spent above the reserve of 500.00");
  }

  @Test
  void looksAtTheLargestGapsOnly() {
    World world =
        new World()
            .cash("30000", Currency.EUR)
            .planner(
                old ->
                    new InvestmentPolicy.Planner(
                        5, 2, 0.002, 0.005, Duration.ZERO, Duration.ZERO, Duration.ZERO));
    for (int i = 0; i < 4; i++) {
      world.security("S" + i, "10", EUR);
      services.judge("S" + i, 0.5, 0.05 + 0.02 * i);
    }

    Plan plan = services.plan(world);

    assertThat(codeOf(plan, "S0")).isEqualTo("CANDIDATES_LIMIT");
    assertThat(codeOf(plan, "S1")).isEqualTo("CANDIDATES_LIMIT");
    assertThat(plan.steps()).extracting(PlanStep::symbol).containsExactly("S3", "S2");
  }

  @Test
  void blocksAHoldingThatTheBooksBlock() {
    World world =
        new World()
            .unlimited()
            .cash("9000", Currency.EUR)
            .security("A", "10", EUR)
            .holding("A", "100", daysAgo(400), null, "a split is awaited");
    services.judge("A", 0.9, 0.9);

    assertThat(reasonOf(services.plan(world), "A"))
        .isEqualTo("its holding is blocked: a split is awaited");
  }

  @Test
  void staysBelowTheLimitOfOneOrderEvenAtItsWorstPrice() {
    World world =
        new World()
            .unlimited()
            .cash("100000", Currency.EUR)
            .security("A", "10", EUR)
            .security("B", "10", EUR)
            .holding("B", "5000");
    services.judge("A", 0.9, 0.5).judge("B", 0.1, 0);

    Plan plan = services.plan(world);

    assertThat(plan.steps()).extracting(PlanStep::symbol).contains("A");
    assertThat(plan.steps())
        .allSatisfy(
            step ->
                assertThat(step.limit().times(step.quantity()).isGreaterThan(eur("10000")))
                    .isFalse());
  }

  private static @Nullable Instant daysAgo(@Nullable Integer days) {
    return days == null ? null : NOW.minus(Duration.ofDays(days));
  }

  private static String codeOf(Plan plan, String symbol) {
    return rejected(plan, symbol).code();
  }

  private static String reasonOf(Plan plan, String symbol) {
    return rejected(plan, symbol).reason();
  }

  private static RejectedCandidate rejected(Plan plan, String symbol) {
    return plan.rejected().stream()
        .filter(each -> each.symbol().equals(symbol))
        .findFirst()
        .orElseThrow(() -> new AssertionError(symbol + " is not rejected: " + plan));
  }
}
