package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.TradingGuards;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.trading.TradeValidation.Finding;
import dev.arduinotrader.universe.BuyRule;
import dev.arduinotrader.universe.MarketPhase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every path to an order leads through the same checks, by hand and by plan, asked and done. */
class EveryPathTest {
  private static final Duration MONTH = Duration.ofDays(30);
  private static final String PLAN = "a-plan";
  private World world;

  @BeforeEach
  void open(@TempDir Path directory) {
    world = new World(directory).deposit("30000.00");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aClosedMarketStopsSalesAndStrictPurchases() {
    world.universe.market("XNAS", MarketPhase.CLOSED, BuyRule.STRICT);
    world.universe.market(exchange(World.SIEMENS), MarketPhase.CLOSED, BuyRule.STRICT);
    refused("MARKET_CLOSED", wish(Side.BUY, World.SIEMENS, 10, ""), world.now());
  }

  @Test
  void aPriceFarFromTheDailyClosesStopsEverything() {
    world.universe.closesUntil(World.SIEMENS, LocalDate.of(2026, 3, 3), 500, 500, 500);
    refused("PRICE_BAND", wish(Side.BUY, World.SIEMENS, 10, ""), world.now());
  }

  @Test
  void coolingDownAndHoldingStopsTheNextTradeInTheSecurity() {
    bought();
    world.portfolio.policy(Unguarded.with(TradingGuards.DEFAULT, MONTH));
    refused("BUY_COOLDOWN", wish(Side.BUY, World.SIEMENS, 10, ""), world.now());
    refused("HOLD_MINIMUM", wish(Side.SELL, World.SIEMENS, 10, ""), world.now());
  }

  @Test
  void aSaleIsRememberedAlsoWhenNothingIsHeldAnyMore() {
    bought();
    world.execute(world.sell(World.SIEMENS, 10));
    world.aMinute().reconcile();
    world.portfolio.policy(Unguarded.with(TradingGuards.DEFAULT, MONTH));
    assertThat(world.held(World.SIEMENS)).isEqualTo(Quantity.ZERO);
    refused("BUY_COOLDOWN", wish(Side.BUY, World.SIEMENS, 10, ""), world.now());
  }

  @Test
  void asManyTradesAsAreAllowedStopTheNext() {
    bought();
    world.portfolio.policy(Unguarded.with(guards(1, 10, Duration.ofHours(1)), Duration.ZERO));
    refused("FREQUENCY", wish(Side.BUY, World.SIEMENS, 10, ""), world.now());
  }

  @Test
  void asMuchTurnoverAsIsAllowedStopsTheNext() {
    bought();
    world.portfolio.policy(Unguarded.with(guards(10, 0.03, Duration.ofHours(1)), Duration.ZERO));
    refused("TURNOVER", wish(Side.BUY, World.SIEMENS, 10, ""), world.now());
  }

  @Test
  void anOrderThatFeesEatIsRefused() {
    refused("MINIMUM_TICKET", wish(Side.BUY, World.SIEMENS, 1, ""), world.now());
  }

  @Test
  void anOldPlanIsNotCarriedOut() {
    world.portfolio.policy(Unguarded.with(guards(10, 1, Duration.ofHours(1)), Duration.ZERO));
    CallContext longAgo = Contexts.at(world.clock.now().minus(Duration.ofHours(2)));
    refused("PLAN_OLD", wish(Side.BUY, World.SIEMENS, 10, PLAN), longAgo);
  }

  @Test
  void aStepOfAPlanIsCarriedOutOnce() {
    Trade first = world.execute(wish(Side.BUY, World.SIEMENS, 10, PLAN));
    assertThat(first.denialCode()).isEmpty();
    world.aMinute().reconcile();
    refused("PLAN_DONE", wish(Side.BUY, World.SIEMENS, 10, PLAN), world.now());
  }

  private void bought() {
    world.execute(world.buy(World.SIEMENS, 10));
    world.aMinute().reconcile();
    assertThat(world.held(World.SIEMENS)).isEqualTo(Quantity.of(10));
  }

  /** Asked by validate, and done by execute; nothing is sent. */
  private void refused(String code, TradeCommand command, CallContext context) {
    int sent = world.broker.submitted().size();
    TradeValidation asked = world.trading().validateTrade(context, command).orElseThrow();
    assertThat(asked.findings()).extracting(Finding::code).containsExactly(code);
    Trade done = world.trading().executeTrade(context, command).orElseThrow();
    assertThat(done.state()).isEqualTo(OrderState.DENIED);
    assertThat(done.denialCode()).isEqualTo(code);
    assertThat(world.broker.submitted()).hasSize(sent);
  }

  private String exchange(Isin isin) {
    return world.universe.getSecurity(world.now(), isin).orElseThrow().exchange();
  }

  private TradeCommand wish(Side side, Isin isin, long quantity, String plan) {
    Price estimate = Price.of("50", QuoteUnit.of("EUR"));
    return new TradeCommand(
        world.nextCommand(),
        isin,
        side,
        Quantity.of(quantity),
        null,
        estimate,
        "a test",
        plan,
        plan.isEmpty() ? 0 : 1);
  }

  private static TradingGuards guards(int perHour, double turnover, Duration planAge) {
    return new TradingGuards(perHour, 20, 40, turnover, 0.02, 0.05, planAge, 0.01);
  }
}
