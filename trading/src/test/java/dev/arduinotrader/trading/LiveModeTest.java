package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.trading.broker.BrokerIdentity;
import dev.arduinotrader.trading.broker.MoneyKind;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real money moves only after its owner said so in full, and never on paper's word. */
class LiveModeTest {
  private static final BrokerIdentity REAL =
      new BrokerIdentity("broker, user 7, real money", MoneyKind.REAL);
  private static final BrokerIdentity PLAY =
      new BrokerIdentity("broker, user 7, play money", MoneyKind.PLAY);

  private final World world;

  LiveModeTest(@TempDir Path directory) {
    world = new World(directory);
  }

  @BeforeEach
  void openForRealMoney() {
    world.portfolio.live();
    world.broker.belongingTo(REAL);
  }

  @AfterEach
  void leave() {
    world.close();
  }

  private Result<TradingMode> set(Mode mode, String reason, String confirmation) {
    return world
        .trading()
        .setMode(world.now(), new SetMode(world.nextCommand(), mode, reason, confirmation));
  }

  @Test
  void beginsInResearchAndSendsNothing() {
    world.deposit("30000.00");
    assertThat(world.trading().getMode(world.now()).orElseThrow().mode()).isEqualTo(Mode.RESEARCH);
    assertThat(world.execute(world.buy(World.SIEMENS, 10)).denialCode()).isEqualTo("MODE");
    assertThat(world.broker.submitted()).isEmpty();
  }

  @Test
  void sendsOrdersOnceItsOwnerHasTypedTheAccount() {
    world.deposit("30000.00");
    assertThat(set(Mode.LIVE, "all was looked through", "paper-1").orElseThrow().mode())
        .isEqualTo(Mode.LIVE);
    Trade bought = world.execute(world.buy(World.SIEMENS, 10));
    world.aMinute().reconcile();
    assertThat(world.trade(bought.tradeId()).state()).isEqualTo(OrderState.FILLED);
    assertThat(world.broker.submitted()).hasSize(1);
  }

  @Test
  void saysEverythingThatIsMissingAtOnce() {
    world.deposit("30000.00");
    world
        .trading()
        .halt(world.now(), new HaltCommand(world.nextCommand(), "a look first"))
        .orElseThrow();
    world.broker.failing(FaultyBroker.Fault.QUESTION_LOST);
    Problem refused = set(Mode.LIVE, "", "paper-2").problemOrThrow();
    assertThat(refused.code()).isEqualTo("LIVE_REFUSED");
    assertThat(refused.message().lines())
        .hasSize(4)
        .anyMatch(line -> line.contains("paper-1 typed"))
        .anyMatch(line -> line.contains("why to go live"))
        .anyMatch(line -> line.contains("a look first"))
        .anyMatch(line -> line.contains("card B04 is UNCLEAR"));
  }

  @Test
  void refusesPaperModeForRealMoney() {
    Problem refused = set(Mode.PAPER, "to try it", "").problemOrThrow();
    assertThat(refused.code()).isEqualTo("ACCOUNT_MISMATCH");
    assertThat(refused.message()).contains("LIVE or RESEARCH");
  }

  @Test
  void keepsOrdersFromRealMoneyWhereTheStoredModeIsPaper() {
    world.deposit("30000.00");
    world.store().write(book -> done(() -> book.setMode(world.now().account(), Mode.PAPER)));
    Trade kept = world.execute(world.buy(World.SIEMENS, 10));
    assertThat(kept.state()).isEqualTo(OrderState.REJECTED);
    assertThat(kept.message()).contains("not sent", "expected mode LIVE", "real money");
    assertThat(world.broker.submitted()).isEmpty();
  }

  private static Result<Boolean> done(Runnable change) {
    change.run();
    return Result.success(true);
  }

  @Test
  void opensNoAccountAtABrokerWithTheOtherKindOfMoney() {
    world.broker.belongingTo(PLAY);
    Problem live = world.trading().getMode(world.now()).problemOrThrow();
    assertThat(live.code()).isEqualTo("ACCOUNT_MISMATCH");
    assertThat(live.message()).contains("expected real money", "opened as LIVE", "play money");
  }
}
