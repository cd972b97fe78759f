package dev.arduinotrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.planning.FakePlanning;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.portfolio.FakePortfolio;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.trading.FakeTrading;
import dev.arduinotrader.universe.FakeUniverse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway by itself, with a clock that the test moves. */
class AutopilotTest {
  private static final Duration CALM = Duration.ofSeconds(3);

  private final MovedClock clock = MovedClock.at("2026-11-20T12:00:00Z");
  private final FakePlanning planning = new FakePlanning();
  private final FakeTrading trading = new FakeTrading();
  private GatewayModule module;

  @BeforeEach
  void open(@TempDir Path directory) {
    FakePortfolio portfolio = new FakePortfolio().cash("30000.00", Currency.EUR);
    module =
        GatewayModule.open(
            directory,
            SignedNeighbours.of(clock, new FakeUniverse(), portfolio, planning, trading),
            new StillFleet(),
            database -> () -> new ServiceHealth(true, "1", "well", clock.base(), List.of()),
            clock,
            new CountedIds());
    module.startAutopilot(
        module.local(),
        new AutopilotSettings(
            Contexts.ACCOUNT, Money.of("30000", Currency.EUR), Duration.ofHours(1), CALM));
  }

  @AfterEach
  void close() {
    module.close();
  }

  private int cycles() {
    return planning.requests().size();
  }

  @Test
  void runsACycleAtOnceThenOnSchedule() {
    await(() -> cycles() == 1 && finished() == 1);

    clock.advance(Duration.ofMinutes(59));
    assertThat(cycles()).isEqualTo(1);
    clock.advance(Duration.ofMinutes(2));

    await(() -> cycles() == 2);
  }

  @Test
  void runsOneCycleAfterDaysInWhichNoneCouldRun() {
    await(() -> cycles() == 1 && finished() == 1);

    clock.advance(Duration.ofDays(3));

    await(() -> cycles() == 2 && finished() == 2);
    assertThat(due()).isAfter(clock.now().plus(Duration.ofMinutes(30)));
  }

  @Test
  void runsASingleCycleSoonAfterSeveralExecutions() {
    await(() -> cycles() == 1 && finished() == 1);

    trading.tells(Contexts.ACCOUNT, clock.now(), "ORDER_FILLED", "BUY 10 AAPL");
    trading.tells(Contexts.ACCOUNT, clock.now(), "ORDER_FILLED", "BUY 5 KO");
    await(() -> due().isBefore(clock.now().plus(Duration.ofMinutes(1))));
    clock.advance(CALM);

    await(() -> cycles() == 2 && finished() == 2);
    assertThat(due()).isAfter(clock.now().plus(Duration.ofMinutes(30)));
  }

  private java.time.Instant due() {
    CallContext call = Contexts.at(clock.now());
    var next = module.local().getSystemStatus(call).orElseThrow().nextCycleAt();
    return next == null ? java.time.Instant.MAX : next;
  }

  private int finished() {
    return module.local().listPlans(Contexts.at(clock.now()), 100).orElseThrow().plans().size();
  }

  private static void await(BooleanSupplier condition) {
    for (int looks = 0; looks < 1_000; looks++) {
      if (condition.getAsBoolean()) {
        return;
      }
      LockSupport.parkNanos(10_000_000);
    }
    throw new AssertionError("waited in vain");
  }
}
