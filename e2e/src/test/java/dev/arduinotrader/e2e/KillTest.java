package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.trading.desk.FaultPoints;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Seven processes; the one of trading dies, as by kill -9, at every point between two writes of an
 * order's life.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KillTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int KILLED = 137;

  private final Fleet fleet;
  private final Trader trader;
  private final Books books;
  private final Page page;

  KillTest(@TempDir Path folder) {
    fleet = Fleet.start(folder, null);
    trader = fleet.trader();
    books = new Books(trader.data());
    page = new Page(fleet.files());
    trader.run("portfolio", "deposit", "30000", "EUR").succeeded();
  }

  @AfterAll
  void close() {
    page.close();
    fleet.close();
  }

  @ParameterizedTest
  @EnumSource(FaultPoints.Step.class)
  void losesAndDoublesNoOrderWhenTradingIsKilled(FaultPoints.Step moment) {
    trader.run("portfolio", "deposit", "5000", "EUR").succeeded();
    int tradesBefore = page.trades().size();
    restartTradingToDie(moment.faultName());

    trader.run("cycle");

    awaitDeathAndRestart();
    Await.until(
        "new trades, all of them filled and booked",
        LIMIT,
        () -> page.trades().size() > tradesBefore && areAllFilled() && books.areComplete(),
        () -> page.trades().toString());
    books.assertAgreeWithTheBroker();
  }

  private void restartTradingToDie(String moment) {
    fleet.process(ServiceName.TRADING).kill();
    trader.with("TRADER_FAULT", moment);
    fleet.restart(ServiceName.TRADING);
    trader.without("TRADER_FAULT");
  }

  private void awaitDeathAndRestart() {
    assertThat(fleet.process(ServiceName.TRADING).exitCode()).isEqualTo(KILLED);
    fleet.restart(ServiceName.TRADING);
  }

  private boolean areAllFilled() {
    return page.trades().stream().allMatch(Page::isFilled);
  }
}
