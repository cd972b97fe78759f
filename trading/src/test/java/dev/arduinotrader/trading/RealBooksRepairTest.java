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
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.portfolio.CreateAccount;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.PortfolioModule;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.trading.broker.AccountMovement;
import dev.arduinotrader.trading.broker.paper.PaperBroker;
import dev.arduinotrader.trading.desk.DeskTools;
import dev.arduinotrader.trading.desk.FaultPoints;
import dev.arduinotrader.trading.store.SqlTradingStore;
import dev.arduinotrader.trading.store.TradingStore;
import dev.arduinotrader.universe.FakeUniverse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fee that nobody announced brings dollars below zero, and the books are the real ones. */
class RealBooksRepairTest {
  private static final Isin SIEMENS = Isin.of("DE0007236101");

  private final MovedClock clock = new MovedClock(World.START);
  private final FakeUniverse universe =
      new FakeUniverse()
          .with(FakeUniverse.stock(SIEMENS.value(), "SIE", "EUR"))
          .closesUntil(SIEMENS, LocalDate.of(2026, 3, 3), 49, 50, 51);
  private PortfolioModule books;
  private TradingStore store;
  private PaperBroker paper;
  private TradingService trading;

  @BeforeEach
  void open(@TempDir Path directory) {
    Ids ids = new CountedIds();
    Databases databases = Databases.in(directory);
    quotes();
    books = PortfolioModule.open(directory, universe, clock);
    store = SqlTradingStore.open(databases);
    paper = PaperBroker.open(databases, universe, clock, ids);
    Money fee = Money.of("1000.00", Currency.USD);
    List<AccountMovement> fees =
        List.of(Owing.fee("fee-1", World.START.plus(Duration.ofMinutes(5)), fee));
    DeskTools tools =
        new DeskTools(
            store,
            new BoundBroker(new Owing(paper, fees), store),
            books.local(),
            universe,
            clock,
            ids,
            directory.resolve(TradingModule.HALT_FILE),
            FaultPoints.none(),
            () -> false);
    trading =
        new LocalTradingService(
            tools,
            paper,
            () -> new ServiceHealth(true, "test", "healthy", "test", List.of()),
            () -> {});
    CreateAccount account =
        new CreateAccount(
            CommandId.of("open"),
            AccountId.of("paper-1"),
            Currency.EUR,
            "paper",
            Environment.PAPER);
    books.local().createAccount(now(), account).orElseThrow();
  }

  @AfterEach
  void close() {
    paper.close();
    store.close();
    books.close();
  }

  @Test
  void anExchangeMakesItGoodAndTheBooksBalance() {
    flow("in", "30000.00");
    minutes(5);
    assertThat(reconcile().repairs()).isEmpty();

    assertThat(reconcile().repairs()).singleElement().asString().contains("buy 1005.00 USD");

    assertThat(reconcile().differences()).isEmpty();
    assertThat(settled(Currency.USD)).isEqualTo(Money.of("5.00", Currency.USD));
    assertThat(books.local().verifyBooks(now()).orElseThrow().faults()).isEmpty();
  }

  @Test
  void aSaleAndThenAnExchangeMakeItGoodAndTheBooksBalance() {
    flow("in", "30000.00");
    trading.executeTrade(now(), buySiemens()).orElseThrow();
    reconcile();
    flow("out", "-24982.50");
    minutes(5);
    reconcile();
    assertThat(reconcile().repairs()).singleElement().asString().contains("sell 17 SIE: ACCEPTED");

    minutes(60);
    assertThat(reconcile().repairs())
        .containsExactly("1005.00 USD wait for 820.08 EUR that are not settled yet");

    clock.moveTo(Instant.parse("2026-03-06T15:00:00Z"));
    assertThat(reconcile().repairs()).singleElement().asString().contains("buy 1005.00 USD");

    assertThat(reconcile().differences()).isEmpty();
    assertThat(reconcile().repairs()).isEmpty();
    assertThat(settled(Currency.USD)).isEqualTo(Money.of("5.00", Currency.USD));
    assertThat(settled(Currency.EUR).isNegative()).isFalse();
    assertThat(books.local().verifyBooks(now()).orElseThrow().faults()).isEmpty();
  }

  private TradeCommand buySiemens() {
    return new TradeCommand(
        CommandId.of("buy"),
        SIEMENS,
        Side.BUY,
        Quantity.of(100),
        null,
        Price.of("50", QuoteUnit.of("EUR")),
        "a test",
        "",
        0);
  }

  private void flow(String id, String euros) {
    Money amount = Money.of(euros, Currency.EUR);
    trading.paperCashFlow(now(), new PaperCashFlow(CommandId.of(id), amount)).orElseThrow();
  }

  /** A minute later. */
  private ReconcileReport reconcile() {
    minutes(1);
    return trading.reconcile(now()).orElseThrow();
  }

  private void minutes(int count) {
    clock.advance(Duration.ofMinutes(count));
    quotes();
  }

  private void quotes() {
    universe
        .quote(SIEMENS, "50", clock.now())
        .rate(Currency.EUR, Currency.USD, "1.25", clock.now());
  }

  private Money settled(Currency currency) {
    return books.local().getCashBalance(now(), OpenExposure.NONE).orElseThrow().balances().stream()
        .filter(balance -> balance.currency().equals(currency))
        .map(balance -> balance.settled())
        .findFirst()
        .orElseThrow();
  }

  private CallContext now() {
    return Contexts.at(clock.now());
  }
}
