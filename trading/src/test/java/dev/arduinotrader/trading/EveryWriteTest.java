package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.trading.Moments.Died;
import dev.arduinotrader.trading.desk.FaultPoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An order that is cancelled and one that needs an exchange first; the process dies at the first
 * moment of all this, at the second, and so on, however many there are.
 */
class EveryWriteTest {
  /** Fewer would mean that most writes are not seen. */
  private static final int MOMENTS_MIN = 30;

  @Test
  void aDeathAtAnyWriteLeavesOneOrderOfEachAndOneBooking(@TempDir Path directory)
      throws IOException {
    int moment = 1;
    while (diesAt(moment, Files.createDirectory(directory.resolve("m" + moment)))) {
      moment++;
    }
    assertThat(moment).isGreaterThan(MOMENTS_MIN);
  }

  /** Whether there was such a moment. */
  private static boolean diesAt(int moment, Path directory) {
    try (World world = new World(directory)) {
      world.deposit("30000.00");
      TradeCommand cancelled = world.buy(World.SIEMENS, 10);
      CancelCommandOf cancel = new CancelCommandOf(world);
      TradeCommand bought = world.buy(World.APPLE, 10);
      Moments moments = new Moments(moment);
      world.aroundStore = moments::in;
      world.beforeLine = moments::in;
      world.restart(FaultPoints.none());
      boolean died = false;
      try {
        live(world, cancelled, cancel, bought);
      } catch (Died e) {
        died = true;
      }
      world.aroundStore = UnaryOperator.identity();
      world.beforeLine = UnaryOperator.identity();
      world.restart(FaultPoints.none());
      world.reconcile();
      live(world, cancelled, cancel, bought);
      assertOnceEach(world, moment, cancelled, bought);
      return died;
    }
  }

  /** The same command each time, as its sender would repeat it. */
  private static final class CancelCommandOf {
    private final dev.arduinotrader.kernel.id.CommandId id;

    CancelCommandOf(World world) {
      id = world.nextCommand();
    }

    void of(World world, Trade trade) {
      world
          .trading()
          .cancelTrade(world.now(), new CancelCommand(id, trade.tradeId()))
          .orElseThrow();
    }
  }

  private static void live(
      World world, TradeCommand cancelled, CancelCommandOf cancel, TradeCommand bought) {
    cancel.of(world, world.execute(cancelled));
    world.execute(bought);
    world.aMinute().reconcile();
    world.aMinute().reconcile();
    world.aMinute().reconcile();
  }

  private static void assertOnceEach(
      World world, int moment, TradeCommand cancelled, TradeCommand bought) {
    String where = "moment " + moment;
    assertThat(world.trades()).as(where).hasSize(2);
    assertThat(world.execute(cancelled).state()).as(where).isEqualTo(OrderState.CANCELLED);
    assertThat(world.execute(bought).state()).as(where).isEqualTo(OrderState.FILLED);
    assertThat(world.held(World.SIEMENS)).as(where).isEqualTo(Quantity.ZERO);
    assertThat(world.held(World.APPLE)).as(where).isEqualTo(Quantity.of(10));
    List<String> booked =
        world.portfolio.booked().stream()
            .filter(movement -> !(movement instanceof BrokerMovement.CashFlow))
            .map(BrokerMovement::sourceId)
            .toList();
    assertThat(booked).as(where).hasSize(2).doesNotHaveDuplicates();
    assertThat(world.reconcile().differences()).as(where).isEmpty();
    assertThat(world.exposure().orders()).as(where).isEmpty();
    assertThat(world.cash(Currency.EUR).isNegative()).as(where).isFalse();
  }
}
