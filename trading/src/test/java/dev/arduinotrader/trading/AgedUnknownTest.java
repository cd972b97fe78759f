package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.trading.FaultyBroker.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order whose fate stays unknown is told of once, and after a session only sales leave. */
class AgedUnknownTest {
  private World world;

  @BeforeEach
  void open(@TempDir Path directory) {
    world = new World(directory).deposit("30000.00");
    world.execute(world.buy(World.SIEMENS, 10));
    world.aMinute().reconcile();
    world.broker.failing(Fault.ORDER_LOST, Fault.QUESTION_LOST);
    world.execute(world.buy(World.BARCLAYS, 100));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aPersonIsToldOnceAfterTenMinutes() {
    world.clock.advance(Duration.ofMinutes(9));
    world.reconcile();
    assertThat(told()).isEmpty();
    world.clock.advance(Duration.ofMinutes(1));
    world.reconcile();
    world.clock.advance(Duration.ofMinutes(1));
    world.reconcile();
    assertThat(told()).hasSize(1);
    assertThat(told().getFirst()).contains("BARC.L").contains("is unknown since");
  }

  @Test
  void afterASessionOnlySalesLeaveUntilSomebodyResumes() {
    world.clock.advance(Duration.ofHours(8));
    world.reconcile();
    world.quotes(world.clock.now(), "100", "195.34", "50");
    assertThat(world.execute(world.buy(World.SIEMENS, 10)).denialCode()).isEqualTo("REDUCE_ONLY");
    assertThat(world.execute(world.sell(World.SIEMENS, 10)).denialCode()).isEmpty();

    world.broker.failing();
    world.reconcile();
    HaltCommand resume = new HaltCommand(CommandId.of("resume"), "found out");
    assertThat(world.trading().resume(world.now(), resume).orElseThrow().reduceReason()).isEmpty();
    world.reconcile();
    assertThat(world.trading().getMode(world.now()).orElseThrow().reduceReason()).isEmpty();
  }

  private List<String> told() {
    List<ServiceEvent> events = new ArrayList<>();
    CallContext briefly =
        new CallContext(
            world.now().account(),
            "test",
            world.ids.nextRequestId(),
            Deadline.after(Duration.ofMillis(100)),
            world.clock.now());
    world.store().events().watch(briefly, 0, events::add);
    return events.stream()
        .filter(event -> event.kind().equals("INCIDENT"))
        .map(ServiceEvent::summary)
        .toList();
  }
}
