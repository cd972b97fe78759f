package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.portfolio.FakePortfolio;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.universe.FakeUniverse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TradingModuleTest {
  private static final Isin SIEMENS = Isin.of("DE0007236101");
  private static final Instant START = Instant.parse("2026-03-04T15:00:00Z");

  private final FakeUniverse universe =
      new FakeUniverse()
          .with(FakeUniverse.stock(SIEMENS.value(), "SIE", "EUR"))
          .closesUntil(SIEMENS, LocalDate.of(2026, 3, 3), 50)
          .quote(SIEMENS, "50", START);
  private final MovedClock clock = new MovedClock(START);

  @Test
  void fillsAnOpenOrderByItself(@TempDir Path directory) {
    try (TradingModule module = open(directory)) {
      TradingService trading = module.local();
      trading
          .paperCashFlow(
              now(), new PaperCashFlow(CommandId.of("d"), Money.of("1000.00", Currency.EUR)))
          .orElseThrow();
      Price price = Price.of("50", QuoteUnit.of("EUR"));
      TradeCommand buy =
          new TradeCommand(
              CommandId.of("b"), SIEMENS, Side.BUY, Quantity.of(10), null, price, "", "", 0);
      assertThat(trading.executeTrade(now(), buy).orElseThrow().state())
          .isEqualTo(OrderState.ACCEPTED);
      clock.advance(Duration.ofMinutes(1));
      universe.quote(SIEMENS, "50", clock.now());
      module.start();
      assertThat(untilFilled(trading)).isTrue();
    }
  }

  @Test
  void isHealthyWhenBothFilesCanBeRead(@TempDir Path directory) {
    try (TradingModule module = open(directory)) {
      ServiceHealth health = module.local().healthCheck(now()).orElseThrow();
      assertThat(health.healthy()).isTrue();
      assertThat(health.checks())
          .extracting(ServiceHealth.Check::name)
          .containsExactly("database", "paper-broker", "broker");
    }
  }

  /** Watches events until the fill is told of; false at the deadline. */
  private boolean untilFilled(TradingService trading) {
    boolean[] filled = {false};
    trading.watchEvents(
        now(),
        0,
        new ProgressSink<>() {
          @Override
          public void send(ServiceEvent event) {
            filled[0] |= event.kind().equals("ORDER_FILLED");
          }

          @Override
          public boolean isCancelled() {
            return filled[0];
          }
        });
    return filled[0];
  }

  private TradingModule open(Path directory) {
    return TradingModule.open(directory, new FakePortfolio(), universe, clock, new CountedIds());
  }

  private CallContext now() {
    return Contexts.at(clock.now());
  }
}
