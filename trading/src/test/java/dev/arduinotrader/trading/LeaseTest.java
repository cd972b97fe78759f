package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.platform.event.EventSource;
import dev.arduinotrader.trading.desk.FaultPoints;
import dev.arduinotrader.trading.store.TradingBook;
import dev.arduinotrader.trading.store.TradingStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {
  @Test
  void sendsNothingWhenTheLeaseMayEndBeforeTheAnswerAndSendsOnceWhenItHolds(
      @TempDir Path directory) {
    try (World world = new World(directory)) {
      world.deposit("30000.00");
      TradeCommand command = world.buy(World.SIEMENS, 10);
      world.aroundStore = ShortLease::new;
      world.restart(FaultPoints.none());

      world.execute(command);

      assertThat(world.broker.submitted()).isEmpty();
      world.aroundStore = store -> store;
      world.restart(FaultPoints.none());
      world.reconcile();
      world.aMinute().reconcile();
      world.aMinute().reconcile();
      assertThat(world.execute(command).state()).isEqualTo(OrderState.FILLED);
      assertThat(world.broker.submitted()).hasSize(1);
    }
  }

  /** A store that another process may come to own at any time. */
  private record ShortLease(TradingStore store) implements TradingStore {
    @Override
    public <T> T write(Function<TradingBook, T> work) {
      return store.write(work);
    }

    @Override
    public <T> T read(Function<TradingBook, T> work) {
      return store.read(work);
    }

    @Override
    public boolean isOwnedFor(Duration duration) {
      return false;
    }

    @Override
    public EventSource events() {
      return store.events();
    }

    @Override
    public String check() {
      return store.check();
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
