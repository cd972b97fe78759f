package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.OrderReport;
import dev.arduinotrader.trading.broker.OrderReport.BrokerOrderState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order that the broker goes on with under another id of its own. */
class ReplacedOrderTest {
  private World world;

  @BeforeEach
  void open(@TempDir Path directory) {
    world = new World(directory).deposit("10000.00");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aReplacedOrderKeepsItsStateAndIsAnIncidentOnce() {
    Trade sent = world.execute(world.buy(World.SIEMENS, 10));
    replace(sent, BrokerOrderState.OPEN);
    world.reconcile();
    world.reconcile();
    Trade after = world.trade(sent.tradeId());
    assertThat(after.state()).isEqualTo(OrderState.ACCEPTED);
    assertThat(after.legs().getFirst().brokerOrderId()).isEqualTo("new-id");
    assertThat(after.legs().getFirst().reserved()).isEqualTo(sent.legs().getFirst().reserved());
    assertThat(incidents()).hasSize(1);
    assertThat(incidents().getFirst().summary()).contains("another id");
  }

  @Test
  void aCancelledOrderThatTheBrokerReplacedIsOpenAgainWithItsReservation() {
    Trade sent = world.execute(world.buy(World.SIEMENS, 10));
    CancelCommand cancel = new CancelCommand(CommandId.of("cancel"), sent.tradeId());
    world.trading().cancelTrade(world.now(), cancel).orElseThrow();
    replace(sent, BrokerOrderState.OPEN);
    world.reconcile();
    Trade after = world.trade(sent.tradeId());
    assertThat(after.state()).isEqualTo(OrderState.ACCEPTED);
    assertThat(after.legs().getFirst().reserved()).isEqualTo(sent.legs().getFirst().reserved());
    assertThat(incidents()).isNotEmpty();
  }

  private void replace(Trade sent, BrokerOrderState state) {
    OrderReport report =
        new OrderReport(
            sent.legs().getFirst().clientOrderId(), "new-id", state, "", world.clock.now());
    world.broker.saying(
        statement ->
            new AccountStatement(
                statement.at(),
                statement.cursor(),
                List.of(),
                List.of(),
                List.of(report),
                statement.cash(),
                statement.holdings()));
  }

  private List<ServiceEvent> incidents() {
    Collected<ServiceEvent> events = new Collected<>();
    world.trading().watchEvents(world.now().within(Duration.ofMillis(50)), 0, events);
    return events.parts().stream().filter(event -> event.kind().equals("INCIDENT")).toList();
  }
}
