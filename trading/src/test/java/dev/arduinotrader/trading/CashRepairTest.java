package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.TradingGuards;
import dev.arduinotrader.trading.FaultyBroker.Fault;
import dev.arduinotrader.trading.desk.FaultPoints;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CashRepairTest {
  private World world;

  @BeforeEach
  void open(@TempDir Path directory) {
    world = new World(directory).deposit("30000.00");
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** The broker takes a fee in a currency of which there is none. */
  private void owe() {
    world.beyondLine = Owing::dollars;
    world.forget(FaultPoints.none());
  }

  private int sent() {
    return world.broker.submitted().size();
  }

  @Test
  void buysTheMissingCurrencyAfterTheSecondGoodReadingAndNothingMoreAfterwards() {
    owe();
    assertThat(world.aMinute().reconcile().repairs()).isEmpty();
    assertThat(sent()).isZero();

    ReconcileReport second = world.aMinute().reconcile();

    assertThat(second.differences()).isEmpty();
    assertThat(second.repairs()).singleElement().asString().contains("buy 1005.00 USD", "ACCEPTED");
    assertThat(sent()).isOne();
    world.aMinute().reconcile();
    assertThat(world.cash(Currency.USD)).isEqualTo(Money.of("5.00", Currency.USD));
    assertThat(world.cash(Currency.EUR).isLessThan(Money.of("29920.00", Currency.EUR))).isTrue();
    assertThat(world.aMinute().reconcile().repairs()).isEmpty();
    assertThat(sent()).isOne();
    Trade trade = world.trades().getFirst();
    assertThat(trade.symbol()).isEqualTo("USD/EUR");
    assertThat(trade.state()).isEqualTo(OrderState.FILLED);
    assertThat(trade.reason()).contains("-1000.00 USD", "two readings");
  }

  @Test
  void aReadingThatFailsDoesNotCount() {
    owe();
    world.aMinute().reconcile();
    world.broker.failing(Fault.STATEMENT_LOST);
    assertThat(world.trading().reconcile(world.aMinute().now()).isSuccess()).isFalse();
    assertThat(sent()).isZero();
    world.broker.failing();
    assertThat(world.aMinute().reconcile().repairs()).hasSize(1);
  }

  @Test
  void sellsTheFewestUnitsWhereThereIsNothingToExchangeAndThenExchangesWhatTheyBring() {
    world.execute(world.buy(World.SIEMENS, 100));
    world.aMinute().reconcile();
    payOutAllBut("3.00");
    owe();
    world.aMinute().reconcile();

    ReconcileReport second = world.aMinute().reconcile();

    assertThat(second.repairs()).singleElement().asString().contains("sell 17 SIE: ACCEPTED");
    world.quotes(world.now().decisionTime(), "100", "195.34", "50");
    world.clock.advance(Duration.ofHours(1));
    world.quotes(world.clock.now(), "100", "195.34", "50").rates(world.clock.now(), "1.25", "0.80");
    assertThat(world.aMinute().reconcile().repairs())
        .singleElement()
        .asString()
        .contains("buy 1005.00 USD");
    world.aMinute().reconcile();
    assertThat(world.aMinute().reconcile()).isEqualTo(world.aMinute().reconcile());
    assertThat(world.cash(Currency.USD)).isEqualTo(Money.of("5.00", Currency.USD));
    assertThat(world.cash(Currency.EUR).isNegative()).isFalse();
    assertThat(world.trades()).extracting(Trade::state).containsOnly(OrderState.FILLED);
  }

  @Test
  void onlySaysWhatItWouldDoForAnOwnerWhoWantsToBeAsked() {
    proposing();
    owe();
    world.aMinute().reconcile();
    assertThat(world.aMinute().reconcile().repairs())
        .first()
        .asString()
        .contains("the policy says propose: nothing was sent");
    assertThat(sent()).isZero();
  }

  private void proposing() {
    InvestmentPolicy policy = Unguarded.policy();
    world.portfolio.policy(
        new InvestmentPolicy(
            policy.costs(),
            policy.limits(),
            policy.planner(),
            policy.scoring(),
            policy.optimizer(),
            policy.cashReserve(),
            InvestmentPolicy.Autonomy.PROPOSE,
            policy.wishes(),
            policy.guards()));
  }

  @Test
  void unmanagedHoldingsAreNeverSoldForIt() {
    world.execute(world.buy(World.SIEMENS, 100));
    world.aMinute().reconcile();
    payOutAllBut("3.00");
    Violations.unmanaged(world);
    owe();
    int before = sent();
    world.aMinute().reconcile();

    assertThat(world.aMinute().reconcile().repairs())
        .singleElement()
        .asString()
        .contains("cannot be covered");
    assertThat(sent()).isEqualTo(before);
  }

  @Test
  void noPaceOfTradingStopsTheSaleOfARepair() {
    world.execute(world.buy(World.SIEMENS, 100));
    world.aMinute().reconcile();
    payOutAllBut("3.00");
    world.portfolio.policy(Unguarded.with(TradingGuards.DEFAULT, Duration.ofDays(30)));
    owe();
    world.aMinute().reconcile();

    assertThat(world.aMinute().reconcile().repairs())
        .singleElement()
        .asString()
        .contains("sell 17 SIE: ACCEPTED");
  }

  @Test
  void aHaltStopsTheRepairAsItStopsEveryOrder() {
    owe();
    world.aMinute().reconcile();
    world.trading().halt(world.now(), new HaltCommand(world.nextCommand(), "a test")).orElseThrow();

    assertThat(world.aMinute().reconcile().repairs())
        .singleElement()
        .asString()
        .contains("DENIED", "HALTED");
    assertThat(sent()).isZero();
  }

  private void payOutAllBut(String rest) {
    Money all = world.cash(Currency.EUR).minus(Money.of(rest, Currency.EUR));
    world
        .trading()
        .paperCashFlow(world.now(), new PaperCashFlow(world.nextCommand(), all.negated()))
        .orElseThrow();
  }
}
