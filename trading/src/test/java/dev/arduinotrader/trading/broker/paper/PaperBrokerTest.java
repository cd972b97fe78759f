package dev.arduinotrader.trading.broker.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.trading.OrderType;
import dev.arduinotrader.trading.TimeInForce;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.Broker.CancelReply;
import dev.arduinotrader.trading.broker.Broker.FindReply;
import dev.arduinotrader.trading.broker.Broker.SubmitReply;
import dev.arduinotrader.trading.broker.BrokerExecution;
import dev.arduinotrader.trading.broker.BrokerExecution.ExchangeExecution;
import dev.arduinotrader.trading.broker.BrokerExecution.SecurityExecution;
import dev.arduinotrader.trading.broker.BrokerOrder;
import dev.arduinotrader.trading.broker.OrderReport;
import dev.arduinotrader.trading.broker.OrderReport.BrokerOrderState;
import dev.arduinotrader.trading.model.OrderTerms;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import dev.arduinotrader.universe.FakeUniverse;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperBrokerTest {
  private static final Isin APPLE = Isin.of("US0378331005");
  private static final Instant START = Instant.parse("2026-03-04T15:00:00Z");
  private static final String BEGINNING = AccountStatement.FROM_THE_BEGINNING;
  private static final BrokerOrderState FILLED = BrokerOrderState.FILLED;

  private final Path directory;
  private final FakeUniverse universe = new FakeUniverse();
  private final MovedClock clock = new MovedClock(START);
  private PaperBroker broker;

  PaperBrokerTest(@TempDir Path directory) {
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
  void payIn() {
    broker.move(now(), "in", euros("1000.00")).orElseThrow();
  }

  @AfterEach
  void close() {
    broker.close();
  }

  @Test
  void theSameNameGivesTheFirstOrder() {
    SubmitReply first = broker.submit(now(), exchange("a", "100.00", "200.00"));
    assertThat(broker.submit(now(), exchange("a", "100.00", "200.00"))).isEqualTo(first);
    assertThat(statement(BEGINNING).orders()).hasSize(1);
  }

  @Test
  void exchangesAtTheFirstRateAfterAcceptance() {
    broker.submit(now(), exchange("a", "100.00", "200.00"));
    assertThat(statement(BEGINNING).executions()).isEmpty();
    clock.advance(Duration.ofHours(2));
    universe
        .rate(Currency.EUR, Currency.USD, "1.20", START.plusSeconds(60))
        .rate(Currency.EUR, Currency.USD, "1.30", START.plusSeconds(120));
    ExchangeExecution execution = (ExchangeExecution) statement(BEGINNING).executions().getFirst();
    assertThat(execution.at()).isEqualTo(START.plusSeconds(60));
    // 100 / (1.20 x 0.9998) = 83.350004...
    assertThat(execution.sold()).isEqualTo(euros("83.35"));
    assertThat(execution.bought()).isEqualTo(dollars("100.00"));
    assertThat(execution.commission()).isEqualTo(euros("0.00"));
    assertThat(statement(BEGINNING).cash()).containsExactly(euros("916.65"), dollars("100.00"));
  }

  @Test
  void keepsItsBookOverARestart() {
    broker.submit(now(), exchange("a", "100.00", "200.00"));
    broker.close();
    broker = open();
    later("100", "1.25");
    AccountStatement statement = statement(BEGINNING);
    assertThat(statement.executions()).hasSize(1);
    assertThat(statement.orders()).extracting(OrderReport::state).containsExactly(FILLED);
  }

  @Test
  void rejectsWhatTheCashDoesNotPay() {
    broker.submit(now(), exchange("a", "2000.00", "5000.00"));
    broker.submit(now(), buy("b", 1, "200"));
    later("100", "1.25");
    assertThat(statement(BEGINNING).orders())
        .extracting(OrderReport::state)
        .containsOnly(BrokerOrderState.REJECTED);
    assertThat(statement(BEGINNING).orders().getFirst().reason()).startsWith("expected ");
    assertThat(statement(BEGINNING).cash()).containsExactly(euros("1000.00"));
  }

  @Test
  void rejectsASaleOfWhatIsNotHeld() {
    broker.submit(now(), new BrokerOrder(id("s"), 1, terms(Side.SELL, 1, "50")));
    later("100", "1.25");
    assertThat(statement(BEGINNING).orders().getFirst().reason())
        .isEqualTo("expected 1 held, found 0");
  }

  @Test
  void whatHappensFirstIsDoneFirst() {
    broker.submit(now(), exchange("a", "300.00", "900.00"));
    broker.submit(now(), buy("b", 2, "200"));
    clock.advance(Duration.ofHours(1));
    universe
        .quote(APPLE, "100", START.plusSeconds(600))
        .rate(Currency.EUR, Currency.USD, "1.25", START.plusSeconds(60));
    AccountStatement statement = statement(BEGINNING);
    assertThat(statement.orders()).extracting(OrderReport::state).containsOnly(FILLED);
    SecurityExecution execution = (SecurityExecution) statement.executions().getLast();
    assertThat(execution.commission()).isEqualTo(dollars("2.90")); // 2.50 + 0.002 x 200.10
    assertThat(statement.cashIn(Currency.USD)).isEqualTo(dollars("97.00"));
  }

  @Test
  void tellsOnlyWhatIsNewAfterACursor() {
    String cursor = statement(BEGINNING).cursor();
    assertThat(statement(cursor).isNews()).isFalse();
    broker.submit(now(), exchange("a", "100.00", "200.00"));
    assertThat(statement(cursor).orders()).hasSize(1);
    assertThat(statement(cursor).movements()).isEmpty();
    assertThat(statement(BEGINNING).movements()).hasSize(1);
  }

  @Test
  void cancelsWhatIsOpenAndOnlyThat() {
    broker.submit(now(), exchange("a", "100.00", "200.00"));
    assertThat(state(broker.cancel(now(), id("a")))).isEqualTo(BrokerOrderState.CANCELLED);
    assertThat(state(broker.cancel(now(), id("a")))).isEqualTo(BrokerOrderState.CANCELLED);
    broker.submit(now(), exchange("b", "100.00", "200.00"));
    later("100", "1.25");
    assertThat(state(broker.cancel(now(), id("b")))).isEqualTo(FILLED);
    assertThat(broker.cancel(now(), id("none"))).isInstanceOf(CancelReply.Unclear.class);
  }

  @Test
  void saysThatItHasNoSuchOrder() {
    assertThat(broker.findByClientOrderId(now(), id("none"))).isEqualTo(new FindReply.NotThere());
    universe.unreachable();
    broker.submit(now(), exchange("a", "100.00", "200.00"));
    assertThat(broker.findByClientOrderId(now(), id("a"))).isInstanceOf(FindReply.Unclear.class);
    assertThat(broker.statement(now(), BEGINNING).isSuccess()).isFalse();
  }

  @Test
  void aPaymentIsMadeOncePerNameAndNeverBelowZero() {
    broker.move(now(), "in", euros("1000.00")).orElseThrow();
    assertThat(broker.move(now(), "in", euros("999.00")).problemOrThrow().code())
        .isEqualTo("COMMAND_REUSED");
    assertThat(broker.move(now(), "out", euros("-1000.01")).problemOrThrow().code())
        .isEqualTo("NOT_ENOUGH_CASH");
    assertThat(statement(BEGINNING).cash()).containsExactly(euros("1000.00"));
  }

  @Test
  void accountsDoNotSeeEachOther() {
    CallContext other = now().withAccount(AccountId.of("paper-2"));
    assertThat(broker.statement(other, BEGINNING).orElseThrow().cash()).isEmpty();
    assertThat(broker.findByClientOrderId(other, id("a"))).isInstanceOf(FindReply.NotThere.class);
  }

  @Test
  void roundsItsCommissionOnce() {
    FxRate yen =
        new FxRate(Currency.EUR, Currency.of("JPY"), new BigDecimal("160.37"), START, "test");
    Money gross = Money.of("123456", Currency.of("JPY"));
    // 320.74 + 246.912 = 567.652
    assertThat(PaperTariff.commission(gross, yen, 0))
        .isEqualTo(Money.of("568", Currency.of("JPY")));
  }

  @Test
  void aDayGivesAnOrderATenthOfItsTradingAndTheRestStaysOpen() {
    payDollars();
    universe.volume(APPLE, 39);
    broker.submit(now(), lasting("a", 5, TimeInForce.GTC));
    later("100", "1.25");
    assertThat(pieces()).containsExactly("3");
    later("100", "1.25");
    assertThat(pieces()).containsExactly("3");
    assertThat(statement(BEGINNING).orders())
        .extracting(OrderReport::state)
        .containsExactly(BrokerOrderState.OPEN);
    clock.advance(Duration.ofDays(1));
    later("100", "1.25");
    assertThat(pieces()).containsExactly("3", "2");
    AccountStatement end = statement(BEGINNING);
    assertThat(end.orders()).extracting(OrderReport::state).containsExactly(FILLED);
    assertThat(end.executions()).extracting(BrokerExecution::executionId).doesNotHaveDuplicates();
    // The fixed part once: 2.50 + 0.002 x 300.15, then 0.002 x 200.10.
    assertThat(end.executions())
        .extracting(execution -> ((SecurityExecution) execution).commission())
        .containsExactly(dollars("3.10"), dollars("0.40"));
  }

  @Test
  void keepsWhatIsLeftOfAnOrderOverARestart() {
    payDollars();
    universe.volume(APPLE, 30);
    broker.submit(now(), lasting("a", 5, TimeInForce.GTC));
    later("100", "1.25");
    broker.advanceTo(now(), clock.now()).orElseThrow();
    broker.close();
    broker = open();
    clock.advance(Duration.ofDays(1));
    later("100", "1.25");
    assertThat(pieces()).containsExactly("3", "2");
  }

  @Test
  void anOrderForAtOnceTakesWhatIsThereAndOneForAllOrNothingNothing() {
    payDollars();
    universe.volume(APPLE, 30);
    broker.submit(now(), lasting("some", 5, TimeInForce.IOC));
    broker.submit(now(), lasting("all", 5, TimeInForce.FOK));
    later("100", "1.25");
    assertThat(pieces()).containsExactly("3");
    assertThat(statement(BEGINNING).orders())
        .extracting(OrderReport::state)
        .containsOnly(BrokerOrderState.CANCELLED);
  }

  @Test
  void whatIsLeftOfAnOrderIsCancelledWhenTheMoneyIsGone() {
    payDollars();
    universe.volume(APPLE, 30);
    broker.submit(now(), lasting("a", 9, TimeInForce.GTC));
    later("100", "1.25");
    broker.advanceTo(now(), clock.now()).orElseThrow();
    broker.move(now(), "out", dollars("-600.00")).orElseThrow();
    clock.advance(Duration.ofDays(1));
    later("100", "1.25");
    AccountStatement end = statement(BEGINNING);
    assertThat(end.executions()).hasSize(1);
    assertThat(end.orders().getLast().state()).isEqualTo(BrokerOrderState.CANCELLED);
    assertThat(end.orders().getLast().reason()).startsWith("expected ");
  }

  @Test
  void aVolumeThatNobodyKnowsBoundsNothing() {
    payDollars();
    universe.volume(APPLE, 0);
    broker.submit(now(), lasting("a", 5, TimeInForce.GTC));
    later("100", "1.25");
    assertThat(pieces()).containsExactly("5");
  }

  private void payDollars() {
    broker.move(now(), "dollars", dollars("1000.00")).orElseThrow();
  }

  private BrokerOrder lasting(String id, long quantity, TimeInForce time) {
    Price limit = Price.of("200", QuoteUnit.of("USD"));
    return new BrokerOrder(
        id(id),
        1,
        new SecurityTerms(
            APPLE, "AAPL", Side.BUY, Quantity.of(quantity), limit, OrderType.LIMIT, time));
  }

  private List<String> pieces() {
    return statement(BEGINNING).executions().stream()
        .map(execution -> ((SecurityExecution) execution).quantity().toString())
        .toList();
  }

  private void later(String price, String rate) {
    clock.advance(Duration.ofMinutes(1));
    universe.quote(APPLE, price, clock.now()).rate(Currency.EUR, Currency.USD, rate, clock.now());
  }

  private AccountStatement statement(String cursor) {
    return broker.statement(now(), cursor).orElseThrow();
  }

  private static BrokerOrderState state(CancelReply reply) {
    return ((CancelReply.Answered) reply).report().state();
  }

  private static BrokerOrder exchange(String id, String bought, String soldMax) {
    return new BrokerOrder(id(id), 1, new ExchangeTerms(dollars(bought), euros(soldMax)));
  }

  private static BrokerOrder buy(String id, long quantity, String limit) {
    return new BrokerOrder(id(id), 1, terms(Side.BUY, quantity, limit));
  }

  private static OrderTerms terms(Side side, long quantity, String limit) {
    Price price = Price.of(limit, QuoteUnit.of("USD"));
    return new SecurityTerms(APPLE, "AAPL", side, Quantity.of(quantity), price);
  }

  private static ClientOrderId id(String value) {
    return ClientOrderId.of(value);
  }

  private CallContext now() {
    return Contexts.at(clock.now());
  }

  private static Money euros(String amount) {
    return Money.of(amount, Currency.EUR);
  }

  private static Money dollars(String amount) {
    return Money.of(amount, Currency.USD);
  }
}
