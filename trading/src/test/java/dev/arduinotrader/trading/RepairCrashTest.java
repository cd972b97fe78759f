package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.trading.Moments.Died;
import dev.arduinotrader.trading.desk.FaultPoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cash below zero that takes a sale and then an exchange; the process dies at the first moment of
 * all this, at the second, and so on, however many there are.
 */
class RepairCrashTest {
  /** Fewer would mean that most writes are not seen. */
  private static final int MOMENTS_MIN = 20;

  private static final int ROUNDS_MAX = 6;

  @Test
  void aDeathAtAnyWriteLeavesOneSaleAndOneExchange(@TempDir Path directory) throws IOException {
    int moment = 1;
    while (diesAt(moment, Files.createDirectory(directory.resolve("m" + moment)))) {
      moment++;
    }
    assertThat(moment).isGreaterThan(MOMENTS_MIN);
  }

  /** Whether there was such a moment. */
  private static boolean diesAt(int moment, Path directory) {
    try (World world = new World(directory)) {
      owing(world);
      Moments moments = new Moments(moment);
      world.aroundStore = moments::in;
      world.beforeLine = moments::in;
      world.restart(FaultPoints.none());
      boolean died = false;
      try {
        repair(world);
      } catch (Died e) {
        died = true;
      }
      world.aroundStore = UnaryOperator.identity();
      world.beforeLine = UnaryOperator.identity();
      world.restart(FaultPoints.none());
      repair(world);
      assertOnceEach(world, "moment " + moment);
      return died;
    }
  }

  /** A hundred shares, three euros, and a fee of a thousand dollars that nobody announced. */
  private static void owing(World world) {
    world.deposit("30000.00");
    world.execute(world.buy(World.SIEMENS, 100));
    world.aMinute().reconcile();
    Money all = world.cash(Currency.EUR).minus(Money.of("3.00", Currency.EUR));
    world
        .trading()
        .paperCashFlow(world.now(), new PaperCashFlow(world.nextCommand(), all.negated()))
        .orElseThrow();
    world.beyondLine = Owing::dollars;
  }

  /** Two readings an hour, until nothing is owed. */
  private static void repair(World world) {
    for (int round = 0; round < ROUNDS_MAX; round++) {
      for (int reading = 0; reading < 4; reading++) {
        world.aMinute().reconcile();
      }
      world.clock.advance(Duration.ofHours(1));
    }
  }

  private static void assertOnceEach(World world, String where) {
    assertThat(world.aMinute().reconcile().differences()).as(where).isEmpty();
    assertThat(world.trades())
        .as(where)
        .filteredOn(trade -> trade.reason().contains("below zero"))
        .hasSize(2)
        .extracting(Trade::state)
        .containsOnly(OrderState.FILLED);
    assertThat(world.held(World.SIEMENS)).as(where).isEqualTo(Quantity.of(83));
    assertThat(world.cash(Currency.USD)).as(where).isEqualTo(Money.of("5.00", Currency.USD));
    assertThat(world.cash(Currency.EUR).isNegative()).as(where).isFalse();
    assertThat(world.exposure().orders()).as(where).isEmpty();
  }
}
