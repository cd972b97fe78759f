package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.platform.config.ServiceName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Seven processes; the one of trading is frozen, as by a board that hangs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class FrozenTradingTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Fleet fleet;
  private final Trader trader;
  private final Books books;

  FrozenTradingTest(@TempDir Path folder) {
    fleet = Fleet.start(folder, null);
    trader = fleet.trader();
    books = new Books(trader.data());
    trader.run("portfolio", "deposit", "30000", "EUR").succeeded();
  }

  @AfterAll
  void close() {
    fleet.close();
  }

  @Test
  @Order(1)
  void refusesASecondProcessOnItsFilesWithOneClearLine() {
    Trader.Outcome second = trader.run("serve", "trading");

    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.out()).isEmpty();
    assertThat(second.err().lines().filter(line -> !line.startsWith("Maybe")))
        .singleElement()
        .asString()
        .startsWith("trader: ")
        .contains(
            Long.toString(fleet.process(ServiceName.TRADING).pid()),
            "works on the data of trading");
  }

  @Test
  @Order(2)
  void sendsNothingAfterItWakesWhenItWasHaltedWhileItWasFrozen() {
    Running trading = fleet.process(ServiceName.TRADING);
    List<String> ordersBefore = books.brokerOrders();
    Trader.Outcome halted;
    try (Running cycle = wakeless(trading)) {
      halted = trader.run("halt", "--reason", "the board hangs");
      assertThat(trader.data().resolve("HALT")).hasContent("the board hangs");

      trading.goOn();

      cycle.exitCode();
    }
    assertThat(halted.out() + halted.err()).contains("HALT");
    Trader.Outcome after = trader.run("cycle", "-o", "json").succeeded();
    assertThat(after.json().path("outcome").asText()).isEqualTo("HELD_BACK");
    assertThat(books.brokerOrders()).isEqualTo(ordersBefore);
  }

  /** A cycle that has asked the frozen process for something by now. */
  private Running wakeless(Running trading) {
    trading.freeze();
    Running cycle = trader.start("cycle-while-frozen", "cycle");
    Await.until("a cycle under way", LIMIT, cycle::isAlive, cycle::said);
    return cycle;
  }
}
