package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.trading.FaultyBroker.Fault;
import dev.arduinotrader.trading.desk.FaultPoints;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconcileTest {
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
  void runningItTwiceChangesNothing() {
    world.execute(world.buy(World.SIEMENS, 10));
    world.execute(world.buy(World.APPLE, 5));
    world.aMinute().reconcile();
    world.reconcile();
    List<Trade> trades = world.trades();
    List<BrokerMovement> booked = world.portfolio.booked();
    int sent = world.broker.submitted().size();

    ReconcileReport again = world.reconcile();

    assertThat(again.executionsAdded()).isZero();
    assertThat(again.differences()).isEmpty();
    assertThat(world.trades()).isEqualTo(trades);
    assertThat(world.portfolio.booked()).isEqualTo(booked);
    assertThat(world.broker.submitted()).hasSize(sent);
  }

  @Test
  void nothingLeavesUntilTheBrokerHasAnsweredAndThenItDoes() {
    world.restart(FaultPoints.none());
    world.broker.failing(Fault.STATEMENT_LOST);

    Trade denied = world.execute(world.buy(World.SIEMENS, 10));

    assertThat(denied.denialCode()).isEqualTo("RECONCILE_FIRST");
    assertThat(denied.message()).contains("as soon as the broker answers");
    assertThat(world.broker.submitted()).isEmpty();
    world.broker.failing();
    assertThat(world.execute(world.buy(World.SIEMENS, 10)).state()).isEqualTo(OrderState.ACCEPTED);
  }

  @Test
  void whatWasExecutedMeanwhileIsKnownBeforeTheFirstOrderOfANewProcessIsJudged() {
    world.execute(world.buy(World.SIEMENS, 10));
    world.aMinute().restart(FaultPoints.none());

    world.execute(world.buy(World.APPLE, 5));

    assertThat(world.held(World.SIEMENS)).isEqualTo(Quantity.of(10));
  }

  @Test
  void unmanagedHoldingsAreNeverSold() {
    world.execute(world.buy(World.SIEMENS, 10));
    world.aMinute().reconcile();
    Violations.unmanaged(world);
    int sent = world.broker.submitted().size();

    Trade denied = world.execute(world.sell(World.SIEMENS, 1));

    assertThat(denied.message()).contains("NOT_ALLOWED: ", "managed");
    assertThat(world.broker.submitted()).hasSize(sent);
  }
}
