package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.trading.Trade;
import dev.arduinotrader.trading.TradeCommand;
import dev.arduinotrader.universe.QuoteRequest;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.UniverseQuery;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One running system, no schedule, and what its owner and other programs do to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class OperatingTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int AT_ONCE = 50;

  private final FleetFiles files;
  private final Trader trader;
  private final Running running;
  private final Page page;

  OperatingTest(@TempDir Path folder) {
    files = FleetFiles.local(folder).withWorkers(ServiceName.TRADING, AT_ONCE);
    trader = new Trader(folder).with("SERVICES_CONFIG_PATH", files.services().toString());
    running = trader.start("run", "run", "--no-schedule");
    page = new Page(files);
  }

  @BeforeAll
  void payIn() {
    Await.until("seven healthy services", LIMIT, page::isHealthy, running::said);
    trader.run("portfolio", "deposit", "30000", "EUR").succeeded();
  }

  @AfterAll
  void close() {
    page.close();
    running.close();
  }

  @Test
  @Order(1)
  void makesOneOrderOfTheSameCommandSentFiftyTimesAtOnce() throws InterruptedException {
    try (Wire wire = new Wire(files)) {
      TradeCommand command = purchase(wire);

      List<Result<Trade>> answers = fiftyTimes(wire, command);

      assertThat(answers)
          .hasSize(AT_ONCE)
          .extracting(answer -> answer.orElseThrow().tradeId())
          .containsOnly(answers.getFirst().orElseThrow().tradeId());
      List<JsonNode> listed = tradesOf(command);
      assertThat(listed).hasSize(1);
      JsonNode legs = listed.getFirst().path("legs");
      assertThat(legs).as(listed.toString()).hasSize(1);
      assertThat(new Books(trader.data()).brokerOrders())
          .containsExactly(legs.path(0).path("clientOrderId").asText());
    }
  }

  private static List<Result<Trade>> fiftyTimes(Wire wire, TradeCommand command)
      throws InterruptedException {
    CyclicBarrier together = new CyclicBarrier(AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Result<Trade>>> calls =
          Collections.nCopies(
              AT_ONCE,
              () -> {
                together.await();
                return wire.trading().executeTrade(wire.context(), command);
              });
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }

  /** About 1,000 EUR of the first security in euros. */
  private static TradeCommand purchase(Wire wire) {
    Security security =
        wire
            .universe()
            .getUniverse(wire.context(), UniverseQuery.first())
            .orElseThrow()
            .securities()
            .stream()
            .filter(one -> one.quoteUnit().code().equals("EUR"))
            .findFirst()
            .orElseThrow();
    Price price =
        wire.universe()
            .getQuotes(wire.context(), QuoteRequest.latest(List.of(security.isin())))
            .orElseThrow()
            .quotes()
            .getFirst()
            .price();
    long shares = BigDecimal.valueOf(1_000).divideToIntegralValue(price.value()).longValueExact();
    return new TradeCommand(
        CommandId.of("fifty-at-once"),
        security.isin(),
        Side.BUY,
        Quantity.of(shares),
        null,
        price,
        "one wish, sent fifty times",
        "",
        0);
  }

  private List<JsonNode> tradesOf(TradeCommand command) {
    return trader
        .run("trade", "list", "-o", "json")
        .succeeded()
        .json()
        .path("trades")
        .valueStream()
        .filter(trade -> trade.path("commandId").asText().equals(command.commandId().value()))
        .toList();
  }

  @Test
  @Order(2)
  void startsNothingWhileItIsHaltedAndGoesOnAfterwards() {
    trader.run("halt", "--reason", "a rehearsal").succeeded();
    assertThat(trader.data().resolve("HALT")).hasContent("a rehearsal");
    long ordersBefore = new Books(trader.data()).brokerOrders().size();

    JsonNode held = trader.run("cycle", "-o", "json").succeeded().json();

    assertThat(held.path("outcome").asText()).isEqualTo("HELD_BACK");
    assertThat(held.path("message").asText()).contains("a rehearsal");
    assertThat(held.path("plans").path(0).path("steps")).isNotEmpty();
    assertThat(held.path("trades")).isEmpty();
    assertThat(new Books(trader.data()).brokerOrders()).hasSize(Math.toIntExact(ordersBefore));

    trader.run("resume", "--reason", "the rehearsal is over").succeeded();
    assertThat(trader.data().resolve("HALT")).doesNotExist();
    assertThat(trader.run("cycle", "-o", "json").succeeded().json().path("trades")).isNotEmpty();
  }

  @Test
  @Order(3)
  void letsARunningCycleFinishWhenItIsStopped() {
    trader.with("TRADER_TERMINAL", "1").with("TERM", "xterm");
    trader.run("portfolio", "deposit", "20000", "EUR").succeeded();
    JsonNode report;
    try (Running cycle = trader.start("cycle", "cycle", "-o", "json")) {
      Await.until("the cycle's progress", LIMIT, () -> cycle.said().contains("%"), cycle::said);

      assertThat(running.stop()).isZero();

      assertThat(cycle.exitCode()).as(cycle.said()).isZero();
      report = cycle.json();
    }
    assertThat(report.path("trades")).isNotEmpty();
    JsonNode last = trader.run("status", "-o", "json").succeeded().json().path("lastCycle");
    assertThat(last.path("cycleId")).isEqualTo(report.path("cycleId"));
    assertThat(last.path("outcome")).isEqualTo(report.path("outcome"));
    trader.run("cycle", "--dry-run").succeeded();
    new Books(trader.data()).assertAgreeWithTheBroker();
  }
}
