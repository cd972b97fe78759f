package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.trading.desk.FaultPoints;
import dev.arduinotrader.trading.desk.FaultPoints.Step;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process dies at a step; another one opens its files and reconciles. */
class CrashTest {
  /** Stands for the death of the process. */
  private static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void aPurchaseEndsAsOneOrderAndOneBooking(Step step, @TempDir Path directory) {
    try (World world = new World(directory)) {
      world.deposit("30000.00");
      TradeCommand command = world.buy(World.SIEMENS, 10);
      world.restart(dyingAt(step, 1));
      crash(world, command);
      world.restart(FaultPoints.none());
      world.reconcile();
      world.aMinute().reconcile();
      world.reconcile();

      assertThat(world.execute(command).state()).isEqualTo(OrderState.FILLED);
      assertThat(world.trades()).hasSize(1);
      assertThat(world.held(World.SIEMENS)).isEqualTo(Quantity.of(10));
      assertOneExecution(world, 1);
    }
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void aPurchaseWithAnExchangeEndsAsOneOfEach(Step step, @TempDir Path directory) {
    try (World world = new World(directory)) {
      world.deposit("30000.00");
      TradeCommand command = world.buy(World.APPLE, 10);
      world.execute(command);
      world.aMinute().restart(dyingAt(step, 1));
      if (step != Step.AFTER_INTENT) {
        assertThatThrownBy(world::reconcile).isInstanceOf(Died.class);
      }
      world.restart(FaultPoints.none());
      world.reconcile();
      world.aMinute().reconcile();

      assertThat(world.execute(command).state()).isEqualTo(OrderState.FILLED);
      assertThat(world.held(World.APPLE)).isEqualTo(Quantity.of(10));
      assertOneExecution(world, 2);
    }
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void aRepeatOfTheCommandAfterACrashIsTheSameTrade(Step step, @TempDir Path directory) {
    try (World world = new World(directory)) {
      world.deposit("30000.00");
      TradeCommand command = world.buy(World.SIEMENS, 10);
      world.restart(dyingAt(step, 1));
      crash(world, command);
      world.restart(FaultPoints.none());
      Trade repeated = world.execute(command);
      assertThat(world.trades()).extracting(Trade::tradeId).containsExactly(repeated.tradeId());
      world.reconcile();
      world.aMinute().reconcile();
      assertThat(world.trade(repeated.tradeId()).state()).isEqualTo(OrderState.FILLED);
      assertOneExecution(world, 1);
    }
  }

  private static void crash(World world, TradeCommand command) {
    boolean died = false;
    try {
      world.execute(command);
      world.aMinute().reconcile();
    } catch (Died e) {
      died = true;
    }
    assertThat(died).isTrue();
  }

  private static void assertOneExecution(World world, int executions) {
    List<BrokerMovement> trades =
        world.portfolio.booked().stream()
            .filter(movement -> !(movement instanceof BrokerMovement.CashFlow))
            .toList();
    assertThat(trades).hasSize(executions);
    assertThat(trades).extracting(BrokerMovement::sourceId).doesNotHaveDuplicates();
    assertThat(world.reconcile().differences()).isEmpty();
    assertThat(world.exposure().orders()).isEmpty();
    assertThat(world.cash(Currency.EUR).isNegative()).isFalse();
  }

  /** Dies at the n-th time that the step is reached. */
  private static FaultPoints dyingAt(Step deadly, int time) {
    int[] reached = {0};
    return step -> {
      if (step == deadly && ++reached[0] == time) {
        throw new Died();
      }
    };
  }
}
