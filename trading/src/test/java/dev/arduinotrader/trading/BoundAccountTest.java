package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.trading.FaultyBroker.Fault;
import dev.arduinotrader.trading.broker.BrokerAbilities;
import dev.arduinotrader.trading.broker.BrokerIdentity;
import dev.arduinotrader.trading.broker.MoneyKind;
import dev.arduinotrader.trading.broker.UnusableBroker;
import dev.arduinotrader.trading.desk.FaultPoints;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account is bound to one broker, and settings that name another change nothing in it. */
class BoundAccountTest {
  private static final BrokerIdentity OTHER =
      new BrokerIdentity("tradernet, user 7, play money", MoneyKind.PLAY);

  private final World world;

  BoundAccountTest(@TempDir Path directory) {
    world = new World(directory);
  }

  @AfterEach
  void leave() {
    world.close();
  }

  private static BrokerAbilities named(BrokerAbilities before, String name) {
    return new BrokerAbilities(
        name,
        before.clientIds(),
        before.fills(),
        before.orderTypes(),
        before.timesInForce(),
        before.exchangesCurrencies(),
        before.absencesForProof());
  }

  @Test
  void sendsNothingOfAnAccountToAnotherBroker() {
    world.deposit("30000.00");
    int sent = world.broker.submitted().size();
    world.broker.belongingTo(OTHER);
    Trade trade =
        world.trading().executeTrade(world.now(), world.buy(World.SIEMENS, 10)).orElseThrow();
    assertThat(trade.state()).isEqualTo(OrderState.REJECTED);
    assertThat(trade.message())
        .contains("not sent", "at paper, to which it was bound, found " + OTHER);
    assertThat(world.broker.submitted()).hasSize(sent);
  }

  @Test
  void leavesAnUnknownOrderUnknownUntilItsOwnBrokerAnswers() {
    world.deposit("30000.00");
    world.broker.failing(Fault.ORDER_REPLY_LOST, Fault.QUESTION_LOST, Fault.STATEMENT_LOST);
    Trade lost =
        world.trading().executeTrade(world.now(), world.buy(World.SIEMENS, 10)).orElseThrow();
    world.broker.failing();
    world.broker.belongingTo(OTHER);
    world.aMinute();
    Problem problem = world.trading().reconcile(world.now()).problemOrThrow();
    assertThat(problem.code()).isEqualTo(TradingReason.ACCOUNT_MISMATCH.name());
    assertThat(state(lost)).isEqualTo(OrderState.UNKNOWN);

    world.broker.belongingTo(null);
    world.aMinute();
    world.trading().reconcile(world.now()).orElseThrow();
    assertThat(state(lost)).isIn(OrderState.ACCEPTED, OrderState.FILLED);
  }

  private OrderState state(Trade trade) {
    return world.trading().getTradeStatus(world.now(), trade.tradeId()).orElseThrow().state();
  }

  @Test
  void opensNoAccountForPlayMoneyWhereTheMoneyIsReal() {
    world.broker.belongingTo(new BrokerIdentity("broker, user 7, real money", MoneyKind.REAL));
    Problem problem = world.trading().getMode(world.now()).problemOrThrow();
    assertThat(problem.code()).isEqualTo(TradingReason.ACCOUNT_MISMATCH.name());
    assertThat(problem.message()).contains("expected play money", "opened as PAPER");
  }

  @Test
  void saysWhatIsWrongWithTheSettingsOfABrokerThatCannotBeUsed() {
    world.beforeLine =
        broker -> new UnusableBroker("paper", Problem.invalid("TRADER_X", "expected a key"));
    world.forget(FaultPoints.none());
    Problem problem = world.trading().getMode(world.now()).problemOrThrow();
    assertThat(problem.toString()).contains("TRADER_X", "expected a key");
  }

  @Test
  void opensNoAccountAtABrokerThatThePortfolioDoesNotName() {
    world.broker.promising(named(world.broker.abilities(), "tradernet"));
    Problem problem = world.trading().getMode(world.now()).problemOrThrow();
    assertThat(problem.code()).isEqualTo(TradingReason.ACCOUNT_MISMATCH.name());
    assertThat(problem.message()).contains("expected broker paper", "found tradernet");
  }
}
