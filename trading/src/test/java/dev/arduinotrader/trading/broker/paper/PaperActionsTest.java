package dev.arduinotrader.trading.broker.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.BrokerStatement.Holding;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.trading.OrderType;
import dev.arduinotrader.trading.TimeInForce;
import dev.arduinotrader.trading.broker.AccountMovement;
import dev.arduinotrader.trading.broker.AccountMovement.DividendPaid;
import dev.arduinotrader.trading.broker.AccountMovement.SplitDone;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.BrokerOrder;
import dev.arduinotrader.trading.broker.OrderReport;
import dev.arduinotrader.trading.broker.OrderReport.BrokerOrderState;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.CorporateAction.Announcement;
import dev.arduinotrader.universe.FakeUniverse;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dividends and splits of what the paper broker holds. */
class PaperActionsTest {
  private static final Isin APPLE = Isin.of("US0378331005");
  private static final Instant START = Instant.parse("2026-03-04T15:00:00Z");
  private static final LocalDate EX_DATE = LocalDate.parse("2026-03-06");
  private static final Instant EX = Instant.parse("2026-03-06T00:00:00Z");
  private static final Instant ANNOUNCED = Instant.parse("2026-02-01T00:00:00Z");
  private static final String BEGINNING = AccountStatement.FROM_THE_BEGINNING;

  private final Path directory;
  private final FakeUniverse universe = new FakeUniverse();
  private final MovedClock clock = new MovedClock(START);
  private PaperBroker broker;
  private int orders;

  PaperActionsTest(@TempDir Path directory) {
    this.directory = directory;
    universe
        .with(FakeUniverse.stock(APPLE.value(), "AAPL", "USD"))
        .quote(APPLE, "100", START)
        .rate(Currency.EUR, Currency.USD, "1.25", START);
    broker = open();
  }

  private PaperBroker open() {
    return PaperBroker.open(directory, universe, clock, new CountedIds());
  }

  @BeforeEach
  void buyTen() {
    broker.move(now(), "in", dollars("5000.00")).orElseThrow();
    trade(Side.BUY, 10, "100");
  }

  @AfterEach
  void close() {
    broker.close();
  }

  @Test
  void aSplitMultipliesWhatIsHeldWhenTheExDateBegins() {
    universe.action(split(4, 1, ANNOUNCED));
    clock.moveTo(EX.minusSeconds(1));
    assertThat(held()).containsExactly(new Holding(APPLE, Quantity.of(10)));
    clock.moveTo(EX);
    assertThat(held()).containsExactly(new Holding(APPLE, Quantity.of(40)));
    assertThat(brought())
        .containsExactly(
            new SplitDone(
                "split-US0378331005-2026-03-06",
                EX,
                APPLE,
                Currency.USD,
                Quantity.of(30),
                dollars("0.00"),
                "4 for 1, ex 2026-03-06"));
  }

  @Test
  void anActionIsDoneOnceOverRestartsAndWhenItsSourceMovesItByADay() {
    universe.action(split(4, 1, ANNOUNCED)).action(dividend("0.25", EX_DATE, null));
    clock.moveTo(EX.plus(Duration.ofHours(20)));
    AccountStatement first = statement();
    broker.close();
    broker = open();
    universe.action(
        new CorporateAction.CashDividend(
            APPLE,
            EX_DATE.plusDays(1),
            null,
            null,
            new BigDecimal("0.25"),
            Currency.USD,
            new Announcement("fake", ANNOUNCED)));
    for (int day = 0; day < 40; day++) {
      clock.advance(Duration.ofDays(1));
      assertThat(statement().cash()).isEqualTo(first.cash());
      assertThat(statement().holdings()).isEqualTo(first.holdings());
      assertThat(statement().movements()).isEqualTo(first.movements());
    }
    assertThat(brought()).hasSize(2);
  }

  @Test
  void aFractionIsPaidOutAtTheLastPriceBeforeTheSplit() {
    universe.quote(APPLE, "90", EX.minusSeconds(60)).action(split(1, 4, ANNOUNCED));
    Money before = statement().cashIn(Currency.USD);
    clock.moveTo(EX.plusSeconds(60));
    universe.quote(APPLE, "370", clock.now());
    assertThat(held()).containsExactly(new Holding(APPLE, Quantity.of(2)));
    // Half a new unit is two old ones.
    assertThat(statement().cashIn(Currency.USD).minus(before)).isEqualTo(dollars("180.00"));
  }

  @Test
  void aSplitCancelsTheOrdersOfBefore() {
    universe.action(split(4, 1, ANNOUNCED));
    broker.submit(now(), order(Side.BUY, 1, "10", TimeInForce.GTC));
    clock.moveTo(EX.plusSeconds(60));
    OrderReport report = statement().orders().getLast();
    assertThat(report.state()).isEqualTo(BrokerOrderState.CANCELLED);
    assertThat(report.reason())
        .isEqualTo("cancelled by the broker: a split of the security, 4 for 1, ex 2026-03-06");
    broker.submit(now(), order(Side.BUY, 1, "10", TimeInForce.GTC));
    clock.advance(Duration.ofDays(1));
    assertThat(statement().orders().getLast().state()).isEqualTo(BrokerOrderState.OPEN);
  }

  @Test
  void aSplitOfWhatIsOnlyOrderedCancelsToo() {
    Isin other = Isin.of("US5949181045");
    universe
        .with(FakeUniverse.stock(other.value(), "MSFT", "USD"))
        .action(new CorporateAction.Split(other, EX_DATE, 2, 1, new Announcement("f", ANNOUNCED)));
    broker.submit(
        now(),
        new BrokerOrder(
            id(),
            1,
            new SecurityTerms(
                other,
                "MSFT",
                Side.BUY,
                Quantity.of(1),
                usd("10"),
                OrderType.LIMIT,
                TimeInForce.GTC)));
    clock.moveTo(EX.plusSeconds(60));
    assertThat(statement().orders().getLast().state()).isEqualTo(BrokerOrderState.CANCELLED);
    assertThat(brought()).isEmpty();
  }

  @Test
  void aDividendIsPaidOnItsDayToWhoHeldBeforeTheExDate() {
    LocalDate payDate = EX_DATE.plusDays(14);
    universe.action(dividend("0.255", EX_DATE, payDate));
    clock.moveTo(EX.plus(Duration.ofHours(15)));
    trade(Side.SELL, 10, "100");
    trade(Side.BUY, 3, "100");
    assertThat(brought()).isEmpty();
    clock.moveTo(Instant.parse("2026-03-20T09:00:00Z"));
    assertThat(brought())
        .containsExactly(
            new DividendPaid(
                "dividend-US0378331005-2026-03-06",
                Instant.parse("2026-03-20T00:00:00Z"),
                APPLE,
                dollars("2.55"),
                dollars("0.00"),
                "0.255 USD a share on 10, ex 2026-03-06"));
  }

  @Test
  void whoBoughtOnTheExDateGetsNothing() {
    trade(Side.SELL, 10, "100");
    universe.action(dividend("0.25", EX_DATE, null));
    clock.moveTo(EX.plus(Duration.ofHours(15)));
    trade(Side.BUY, 3, "100");
    clock.advance(Duration.ofDays(5));
    assertThat(brought()).isEmpty();
  }

  @Test
  void aSplitThatIsKnownLateMultipliesOnlyWhatWasHeldBeforeIt() {
    clock.moveTo(EX.plus(Duration.ofHours(15)));
    universe.quote(APPLE, "25", clock.now());
    trade(Side.BUY, 4, "25");
    Instant known = clock.now();
    clock.advance(Duration.ofDays(9));
    universe.action(split(4, 1, known));
    assertThat(held()).containsExactly(new Holding(APPLE, Quantity.of(44)));
    assertThat(brought().getFirst().at()).isEqualTo(known);
  }

  @Test
  void aReverseSplitThatIsKnownLateTakesNoMoreThanThereIs() {
    clock.moveTo(EX.plus(Duration.ofHours(15)));
    trade(Side.SELL, 9, "100");
    universe.action(split(1, 10, clock.now()));
    clock.advance(Duration.ofDays(1));
    assertThat(held()).isEmpty();
  }

  @Test
  void aDividendOfTheDayOfASplitCountsTheSharesOfBefore() {
    universe.action(split(4, 1, ANNOUNCED)).action(dividend("1", EX_DATE, null));
    clock.moveTo(EX.plusSeconds(60));
    assertThat(brought().getFirst().amount()).isEqualTo(dollars("10.00"));
    assertThat(held()).containsExactly(new Holding(APPLE, Quantity.of(40)));
  }

  @Test
  void aMarketThatCannotBeAskedBringsItsActionsLater() {
    universe.action(split(4, 1, ANNOUNCED));
    clock.moveTo(EX.plusSeconds(60));
    universe.unreachable();
    assertThat(held()).containsExactly(new Holding(APPLE, Quantity.of(10)));
    universe.failWith(null);
    clock.advance(Duration.ofDays(300));
    assertThat(held()).containsExactly(new Holding(APPLE, Quantity.of(40)));
    assertThat(brought().getFirst().at()).isEqualTo(EX);
  }

  private CorporateAction split(int newShares, int oldShares, Instant known) {
    return new CorporateAction.Split(
        APPLE, EX_DATE, newShares, oldShares, new Announcement("fake", known));
  }

  private static CorporateAction dividend(
      String perShare, LocalDate exDate, @Nullable LocalDate payDate) {
    return new CorporateAction.CashDividend(
        APPLE,
        exDate,
        null,
        payDate,
        new BigDecimal(perShare),
        Currency.USD,
        new Announcement("fake", ANNOUNCED));
  }

  private void trade(Side side, long quantity, String price) {
    broker.submit(now(), order(side, quantity, side == Side.BUY ? "1000" : "1", TimeInForce.GTC));
    clock.advance(Duration.ofMinutes(1));
    universe.quote(APPLE, price, clock.now()).rate(Currency.EUR, Currency.USD, "1.25", clock.now());
    assertThat(statement().orders().getLast().state()).isEqualTo(BrokerOrderState.FILLED);
  }

  private BrokerOrder order(Side side, long quantity, String limit, TimeInForce time) {
    return new BrokerOrder(
        id(),
        1,
        new SecurityTerms(
            APPLE, "AAPL", side, Quantity.of(quantity), usd(limit), OrderType.LIMIT, time));
  }

  private ClientOrderId id() {
    return ClientOrderId.of("order-" + ++orders);
  }

  private static Price usd(String price) {
    return Price.of(price, QuoteUnit.of("USD"));
  }

  private List<Holding> held() {
    return statement().holdings();
  }

  /** What came without the owner's doing. */
  private List<AccountMovement> brought() {
    return statement().movements().stream()
        .filter(movement -> !(movement instanceof AccountMovement.CashMoved))
        .toList();
  }

  private AccountStatement statement() {
    return broker.statement(now(), BEGINNING).orElseThrow();
  }

  private CallContext now() {
    return Contexts.at(clock.now());
  }

  private static Money dollars(String amount) {
    return Money.of(amount, Currency.USD);
  }
}
