package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.BooksVerification;
import dev.arduinotrader.portfolio.CreateAccount;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.PortfolioModule;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.universe.FakeUniverse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three evenings of daily closes, with the real books. */
class RealBooksTest {
  private static final Isin APPLE = Isin.of("US0378331005");
  private static final Isin BARCLAYS = Isin.of("GB0031348658");

  private final MovedClock clock = MovedClock.at("2023-05-25T22:00:00Z");

  @Test
  void dollarsAndPoundsAreBoughtThenSharesAndTheBooksBalance(@TempDir Path directory) {
    FakeUniverse universe = market();
    try (PortfolioModule books = PortfolioModule.open(directory, universe, clock);
        TradingModule module =
            TradingModule.open(directory, books.local(), universe, clock, new CountedIds())) {
      TradingService trading = module.local();
      openAccount(books);
      PaperCashFlow deposit =
          new PaperCashFlow(CommandId.of("in"), Money.of("30000.00", Currency.EUR));
      trading.paperCashFlow(now(), deposit).orElseThrow();

      Trade apple = execute(trading, APPLE, 17, "172.99", "USD");
      Trade barclays = execute(trading, BARCLAYS, 2_000, "152.34", "GBX");
      Snapshot pending =
          books
              .local()
              .getSnapshot(now(), trading.getOpenExposure(now()).orElseThrow())
              .orElseThrow();
      assertThat(pending.exposure().orders()).hasSize(4);

      evening("2023-05-26T22:00:00Z");
      assertThat(trading.reconcile(now()).orElseThrow().differences()).isEmpty();
      evening("2023-05-30T22:00:00Z");
      assertThat(trading.reconcile(now()).orElseThrow().differences()).isEmpty();

      assertThat(state(trading, apple)).isEqualTo(OrderState.FILLED);
      assertThat(state(trading, barclays)).isEqualTo(OrderState.FILLED);
      assertThat(fill(trading, apple)).isEqualTo("17 at 177.38865 USD");
      assertThat(fill(trading, barclays)).isEqualTo("2000 at 155.247585 GBX");
      BooksVerification verified = books.local().verifyBooks(now()).orElseThrow();
      assertThat(verified.faults()).isEmpty();
      // 155.247585 pence x 2,000 = 3,104.95 pounds; 2 EUR = 1.73 pounds and 0.2 % = 6.21
      assertThat(trading.getTradeStatus(now(), barclays.tradeId()).orElseThrow().legs().getLast())
          .satisfies(
              leg ->
                  assertThat(leg.fills().getFirst().commission())
                      .isEqualTo(Money.of("7.94", Currency.GBP)));
    }
  }

  private FakeUniverse market() {
    return new FakeUniverse()
        .with(FakeUniverse.stock(APPLE.value(), "AAPL", "USD"))
        .with(FakeUniverse.stock(BARCLAYS.value(), "BARC.L", "GBX"))
        .closesUntil(APPLE, LocalDate.of(2023, 5, 24), 171.84)
        .closesUntil(BARCLAYS, LocalDate.of(2023, 5, 24), 152.5)
        .quote(APPLE, "172.99", Instant.parse("2023-05-25T20:00:00Z"))
        .quote(APPLE, "175.43", Instant.parse("2023-05-26T20:00:00Z"))
        .quote(APPLE, "177.30", Instant.parse("2023-05-30T20:00:00Z"))
        .quote(BARCLAYS, "152.34", Instant.parse("2023-05-25T15:30:00Z"))
        .quote(BARCLAYS, "154.90", Instant.parse("2023-05-26T15:30:00Z"))
        .quote(BARCLAYS, "155.17", Instant.parse("2023-05-30T15:30:00Z"))
        .rate(Currency.EUR, Currency.USD, "1.0735", Instant.parse("2023-05-25T14:00:00Z"))
        .rate(Currency.EUR, Currency.USD, "1.0751", Instant.parse("2023-05-26T14:00:00Z"))
        .rate(Currency.EUR, Currency.USD, "1.0744", Instant.parse("2023-05-30T14:00:00Z"))
        .rate(Currency.EUR, Currency.GBP, "0.86793", Instant.parse("2023-05-25T14:00:00Z"))
        .rate(Currency.EUR, Currency.GBP, "0.86793", Instant.parse("2023-05-26T14:00:00Z"))
        .rate(Currency.EUR, Currency.GBP, "0.8643", Instant.parse("2023-05-30T14:00:00Z"));
  }

  private void openAccount(PortfolioModule books) {
    books
        .local()
        .createAccount(
            now(),
            new CreateAccount(
                CommandId.of("open"),
                AccountId.of("paper-1"),
                Currency.EUR,
                "paper",
                Environment.PAPER))
        .orElseThrow();
  }

  private Trade execute(
      TradingService trading, Isin isin, long quantity, String price, String unit) {
    TradeCommand command =
        new TradeCommand(
            CommandId.of("buy-" + isin),
            isin,
            Side.BUY,
            Quantity.of(quantity),
            null,
            Price.of(price, QuoteUnit.of(unit)),
            "a test",
            "",
            0);
    Trade trade = trading.executeTrade(now(), command).orElseThrow();
    assertThat(trade.legs())
        .as(trade.message())
        .extracting(OrderLeg::state)
        .isEqualTo(List.of(OrderState.ACCEPTED, OrderState.INTENDED));
    return trade;
  }

  private OrderState state(TradingService trading, Trade trade) {
    return trading.getTradeStatus(now(), trade.tradeId()).orElseThrow().state();
  }

  private String fill(TradingService trading, Trade trade) {
    return trading
        .getTradeStatus(now(), trade.tradeId())
        .orElseThrow()
        .legs()
        .getLast()
        .fills()
        .getFirst()
        .description();
  }

  private void evening(String instant) {
    clock.moveTo(Instant.parse(instant));
  }

  private CallContext now() {
    return Contexts.at(clock.now());
  }
}
