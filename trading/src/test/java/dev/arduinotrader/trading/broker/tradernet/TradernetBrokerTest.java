package dev.arduinotrader.trading.broker.tradernet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.brokers.tradernet.FakeTradernet;
import dev.arduinotrader.brokers.tradernet.TradernetClient;
import dev.arduinotrader.brokers.tradernet.TradernetSettings;
import dev.arduinotrader.brokers.wire.HttpWire;
import dev.arduinotrader.brokers.wire.PacedWire;
import dev.arduinotrader.brokers.wire.TokenBucket;
import dev.arduinotrader.kernel.id.AccountId;
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
import dev.arduinotrader.portfolio.CashFlowKind;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.testkit.MovedPauses;
import dev.arduinotrader.testkit.ScriptedHttpServer.Answer;
import dev.arduinotrader.trading.broker.AccountMovement;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.Broker.CancelReply;
import dev.arduinotrader.trading.broker.Broker.FindReply;
import dev.arduinotrader.trading.broker.Broker.SubmitReply;
import dev.arduinotrader.trading.broker.BrokerExecution;
import dev.arduinotrader.trading.broker.BrokerExecution.ExchangeExecution;
import dev.arduinotrader.trading.broker.BrokerExecution.SecurityExecution;
import dev.arduinotrader.trading.broker.BrokerOrder;
import dev.arduinotrader.trading.broker.MoneyKind;
import dev.arduinotrader.trading.broker.OrderReport;
import dev.arduinotrader.trading.broker.OrderReport.BrokerOrderState;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import dev.arduinotrader.universe.FakeUniverse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The adapter over real HTTP against a broker that speaks the documented formats and faults. */
class TradernetBrokerTest {
  private static final Instant START = Instant.parse("2026-11-20T15:00:00Z");
  private static final Isin APPLE = Isin.of("US0378331005");
  private static final QuoteUnit USD = QuoteUnit.of(Currency.USD);
  private static final String PLACE = "putTradeOrder";

  private final MovedClock clock = new MovedClock(START);
  private final FakeTradernet fake =
      new FakeTradernet(clock)
          .demo(true)
          .listing("AAPL.US", APPLE.value(), "USD")
          .cash("EUR", "1200.50")
          .cash("USD", "5000");
  private final HttpWire http = new HttpWire();
  private final Numbers numbers = new Numbers();
  private final TradernetBroker broker = broker("4711", Contexts.ACCOUNT);

  /** What trading stores before it sends. */
  private static final class Numbers implements OrderNumbers {
    private final TreeMap<Integer, ClientOrderId> names = new TreeMap<>();
    private final TreeMap<String, Instant> intended = new TreeMap<>();

    @Override
    public Optional<Numbered> of(ClientOrderId id) {
      return names.entrySet().stream()
          .filter(entry -> entry.getValue().equals(id))
          .findFirst()
          .map(
              entry ->
                  new Numbered(entry.getKey(), intended.getOrDefault(id.value(), Instant.MAX)));
    }

    @Override
    public Optional<ClientOrderId> nameOf(AccountId account, long number) {
      return Optional.ofNullable(names.get((int) number));
    }

    @Override
    public Optional<ClientOrderId> nameOfBrokerOrder(AccountId account, String brokerOrderId) {
      return Optional.empty();
    }
  }

  private TradernetBroker broker(String user, AccountId account) {
    return broker(new TradernetSession.Identity(account, user, MoneyKind.PLAY));
  }

  private TradernetBroker broker(TradernetSession.Identity identity) {
    TradernetClient client =
        new TradernetClient(
            new TradernetSettings(fake.base(), FakeTradernet.KEYS, Duration.ofSeconds(3)),
            new PacedWire(
                http,
                new TokenBucket(1, TradernetSettings.PACE),
                clock,
                new MovedPauses(clock),
                () -> 0.5,
                TradernetSettings.REST_WHEN_LIMITED),
            clock);
    return new TradernetBroker(
        client,
        identity,
        numbers,
        new FakeUniverse().with(FakeUniverse.stock(APPLE.value(), "AAPL", "USD")),
        clock);
  }

  @AfterEach
  void close() {
    http.close();
    fake.close();
  }

  private CallContext now() {
    return Contexts.at(clock.now());
  }

  private BrokerOrder order(int number, Side side, String quantity) {
    return named(
        number,
        new SecurityTerms(APPLE, "AAPL", side, Quantity.of(quantity), Price.of("270.94", USD)));
  }

  private BrokerOrder named(int number, dev.arduinotrader.trading.model.OrderTerms terms) {
    ClientOrderId name = ClientOrderId.of("order-" + number);
    numbers.names.put(number, name);
    numbers.intended.put(name.value(), clock.now());
    return new BrokerOrder(name, number, terms);
  }

  private AccountStatement statement(String cursor) {
    return broker.statement(now(), cursor).orElseThrow();
  }

  private AccountStatement all() {
    return statement(AccountStatement.FROM_THE_BEGINNING);
  }

  @Test
  void acceptsAnOrderAndFindsItByOurName() {
    BrokerOrder order = order(7, Side.BUY, "5");
    assertThat(broker.submit(now(), order)).isEqualTo(new SubmitReply.Accepted(fake.orderId(0)));
    assertThat(broker.findByClientOrderId(now(), order.clientOrderId()))
        .isInstanceOfSatisfying(
            FindReply.Found.class,
            found -> {
              assertThat(found.report().state()).isEqualTo(BrokerOrderState.OPEN);
              assertThat(found.report().brokerOrderId()).isEqualTo(fake.orderId(0));
            });
  }

  @Test
  void anOrderThatCouldStillBeUnderWayWhenTheLeaseEndsIsNotSent() {
    SubmitReply reply = broker.submit(now().within(Duration.ofSeconds(2)), order(9, Side.BUY, "5"));
    assertThat(reply.toString()).contains("Unclear", "before it would be too late");
    assertThat(fake.orderCount()).isZero();
  }

  /** T51. */
  @Test
  void findsAnOrderWhoseReplyWasLostAndNeverSendsASecond() {
    BrokerOrder order = order(8, Side.BUY, "5");
    fake.fault(PLACE, new Answer.Half("{\"order"), true);
    assertThat(broker.submit(now(), order)).isInstanceOf(SubmitReply.Unclear.class);
    assertThat(broker.findByClientOrderId(now(), order.clientOrderId()))
        .isInstanceOf(FindReply.Found.class);
    assertThat(fake.orderCount()).isEqualTo(1);
  }

  @Test
  void provesAnAbsenceOnlyByCompleteListsThatNoLongerLag() {
    BrokerOrder order = order(9, Side.BUY, "5");
    fake.fault(PLACE, new Answer.Full(502, "<html>"), false);
    assertThat(broker.submit(now(), order)).isInstanceOf(SubmitReply.Unclear.class);
    ClientOrderId id = order.clientOrderId();
    assertThat(broker.findByClientOrderId(now(), id)).isInstanceOf(FindReply.Unclear.class);
    clock.advance(Duration.ofMinutes(3));
    for (String list : List.of("getOrdersHistory", "getNotifyOrderJson")) {
      fake.fault(list, new Answer.Full(200, "{\"error\":\"no\",\"code\":0}"), false);
      assertThat(broker.findByClientOrderId(now(), id)).isInstanceOf(FindReply.Unclear.class);
    }
    assertThat(broker.findByClientOrderId(now(), id)).isInstanceOf(FindReply.NotThere.class);
    assertThat(broker.findByClientOrderId(now(), ClientOrderId.of("never-named")))
        .isInstanceOf(FindReply.Unclear.class);
  }

  @Test
  void refusesWhatTheBrokerRefusesAndWhatCannotBeOrderedThere() {
    fake.fault(PLACE, new Answer.Full(200, "{\"error\":\"Insufficient funds\",\"code\":0}"), false);
    assertThat(broker.submit(now(), order(1, Side.BUY, "5")).toString())
        .contains("Rejected", "Insufficient funds");
    assertThat(broker.submit(now(), order(2, Side.BUY, "0.5")).toString())
        .contains("Rejected", "whole units");
    fake.listing("APC.US", APPLE.value(), "USD");
    assertThat(broker("4711", Contexts.ACCOUNT).submit(now(), order(3, Side.BUY, "5")).toString())
        .contains("Rejected", "expected one listing");
    assertThat(fake.orderCount()).isZero();
  }

  @Test
  void tellsOfPartsOnceEachWithTheBrokersIdsAndOfTheEndWithThem() {
    BrokerOrder order = order(7, Side.BUY, "5");
    broker.submit(now(), order);
    String id = fake.orderId(0);
    fake.fill(id, "2", "270.50");
    AccountStatement partly = all();
    assertThat(partly.executions()).hasSize(1);
    assertThat(partly.orders())
        .extracting(OrderReport::state)
        .containsExactly(BrokerOrderState.OPEN);
    fake.fill(id, "3", "270.94");
    fake.repeatLastFill();
    AccountStatement done = statement(partly.cursor());
    assertThat(done.executions())
        .extracting(BrokerExecution::clientOrderId)
        .containsExactly(order.clientOrderId(), order.clientOrderId());
    SecurityExecution last = (SecurityExecution) done.executions().getLast();
    assertThat(last.gross()).isEqualTo(Money.of("812.82", Currency.USD));
    assertThat(last.commission()).isEqualTo(Money.of("2.00", Currency.USD));
    assertThat(done.orders().getFirst().state()).isEqualTo(BrokerOrderState.FILLED);
    assertThat(done.holdings()).containsExactly(new Holding(APPLE, Quantity.of("5")));
    assertThat(done.cashIn(Currency.USD)).isEqualTo(Money.of("3642.18", Currency.USD));
    assertThat(statement(done.cursor()).executions()).isEqualTo(done.executions());
  }

  @Test
  void holdsAnOrderOpenUntilItsExecutionsAreTold() {
    BrokerOrder order = order(7, Side.BUY, "5");
    broker.submit(now(), order);
    fake.status(fake.orderId(0), 21, "");
    assertThat(all().orders().getFirst().state()).isEqualTo(BrokerOrderState.OPEN);
  }

  /** T54. */
  @Test
  void readsRejectionAfterAcceptanceAFailedCancellationAndAnExpiry() {
    broker.submit(now(), order(7, Side.BUY, "5"));
    String id = fake.orderId(0);
    fake.status(id, 75, "");
    assertThat(all().orders().getFirst().state()).isEqualTo(BrokerOrderState.OPEN);
    fake.status(id, 70, "No funds");
    OrderReport rejected = all().orders().getFirst();
    assertThat(rejected.state()).isEqualTo(BrokerOrderState.REJECTED);
    assertThat(rejected.reason()).isEqualTo("No funds");
  }

  @Test
  void cancelsAndSaysWhatElseHappened() {
    BrokerOrder first = order(1, Side.BUY, "5");
    broker.submit(now(), first);
    assertThat(broker.cancel(now(), first.clientOrderId()).toString()).contains("CANCELLED");
    assertThat(broker.cancel(now(), first.clientOrderId()).toString()).contains("CANCELLED");
    BrokerOrder second = order(2, Side.BUY, "5");
    broker.submit(now(), second);
    fake.fault("delTradeOrder", new Answer.Full(502, "<html>"), true);
    assertThat(broker.cancel(now(), second.clientOrderId()))
        .isInstanceOf(CancelReply.Unclear.class);
    assertThat(broker.cancel(now(), second.clientOrderId()).toString()).contains("CANCELLED");
  }

  @Test
  void tellsOfAnExecutionAfterACancellation() {
    BrokerOrder order = order(1, Side.BUY, "5");
    broker.submit(now(), order);
    broker.cancel(now(), order.clientOrderId());
    fake.fill(fake.orderId(0), "2", "270.00");
    assertThat(all().executions()).hasSize(1);
  }

  /** T53. */
  @Test
  void namesOrdersOfOthersAlwaysTheSame() {
    String id = fake.manualOrder("AAPL.US", "1");
    fake.fill(id, "1", "270.00");
    ClientOrderId name = all().executions().getFirst().clientOrderId();
    assertThat(name).isEqualTo(ClientOrderId.of("tradernet-" + id));
    assertThat(all().orders()).isEmpty();
  }

  /** T5. */
  @Test
  void givesNoStatementWhenOneOfItsReadsFails() {
    fake.flow("f1", "bank", "2026-11-19", "100.00", "EUR");
    for (String command :
        List.of(
            "getOrdersHistory",
            "getNotifyOrderJson",
            "getTradesHistory",
            "getUserCashFlows",
            "getPositionJson")) {
      for (String body : List.of("{\"errMsg\":\"Bad json\",\"code\":2}", "{}", "<html>", "")) {
        fake.fault(command, new Answer.Full(200, body), false);
        assertThat(broker.statement(now(), "").isSuccess()).as(command + " " + body).isFalse();
      }
    }
    assertThat(all().movements()).hasSize(1);
  }

  @Test
  void tellsOfMoneyOnceAndNotOfWhatTradesTellThemselves() {
    fake.flow("f1", "bank", "2026-11-19", "100.00", "EUR")
        .flow("f2", "dividend", "2026-11-19", "1.23", "USD")
        .flow("f3", "commission_for_trades", "2026-11-19", "-2.00", "USD");
    assertThat(all().movements())
        .extracting(AccountMovement::movementId)
        .containsExactly("flow-f1", "flow-f2");
    assertThat(all().movements()).isEqualTo(all().movements());
  }

  @Test
  void namesWhatMoneyIsForWhereTheBrokerDoes() {
    fake.flow("f1", "bank", "2026-11-19", "100.00", "EUR")
        .flow("f2", "dividend", "2026-11-19", "1.23", "USD")
        .flow("f3", "tax", "2026-11-19", "-0.18", "USD")
        .flow("f4", "percents", "2026-11-19", "0.05", "EUR")
        .flow("f5", "agent_fee", "2026-11-19", "-0.50", "EUR")
        .flow("f6", "card_payout", "2026-11-19", "-20.00", "EUR")
        .flow("f7", "dividend_reverted", "2026-11-19", "1.23", "USD");
    assertThat(all().movements())
        .extracting(movement -> ((AccountMovement.CashMoved) movement).kind())
        .containsExactly(
            CashFlowKind.DEPOSIT,
            CashFlowKind.DIVIDEND,
            CashFlowKind.TAX,
            CashFlowKind.INTEREST,
            CashFlowKind.FEE,
            CashFlowKind.WITHDRAWAL,
            CashFlowKind.DIVIDEND);
  }

  /** T14: both directions, the money of both sides moves, and what is wanted is there after it. */
  @Test
  void exchangesByPairsOfTheMoneyMarketInTheRightDirection() {
    Money dollars = Money.of("100.00", Currency.USD);
    broker.submit(now(), named(1, new ExchangeTerms(dollars, Money.of("93.00", Currency.EUR))));
    fake.fill(fake.orderId(0), "92", "1.1000");
    ExchangeExecution sold = (ExchangeExecution) all().executions().getFirst();
    assertThat(sold.sold()).isEqualTo(Money.of("92.00", Currency.EUR));
    assertThat(sold.bought().compareAmount(dollars)).isPositive();
    Money euros = Money.of("50.00", Currency.EUR);
    broker.submit(now(), named(2, new ExchangeTerms(euros, Money.of("56.00", Currency.USD))));
    fake.fill(fake.orderId(0), "50", "1.1000");
    ExchangeExecution bought = (ExchangeExecution) all().executions().getLast();
    assertThat(bought.bought()).isEqualTo(euros);
    assertThat(bought.sold()).isEqualTo(Money.of("55.00", Currency.USD));
    assertThat(
            broker
                .submit(
                    now(), named(3, new ExchangeTerms(dollars, Money.of("80.00", Currency.EUR))))
                .toString())
        .contains("Rejected", "takes");
  }

  @Test
  void refusesAnotherUserAnotherAccountAndRealMoney() {
    BrokerOrder order = order(1, Side.BUY, "5");
    assertThat(broker("4712", Contexts.ACCOUNT).submit(now(), order).toString())
        .contains("Rejected", "ACCOUNT_MISMATCH", "4712");
    assertThat(broker("4711", AccountId.of("other-1")).submit(now(), order).toString())
        .contains("ACCOUNT_MISMATCH");
    fake.demo(false);
    assertThat(broker.submit(now(), order).toString()).contains("ACCOUNT_MISMATCH", "play money");
    assertThat(broker.statement(now(), "").problemOrThrow().code()).isEqualTo("ACCOUNT_MISMATCH");
    assertThat(fake.orderCount()).isZero();
  }

  @Test
  void takesNoPlayMoneyForReal() {
    TradernetBroker real =
        broker(new TradernetSession.Identity(Contexts.ACCOUNT, "4711", MoneyKind.REAL));
    BrokerOrder order = order(1, Side.BUY, "5");
    assertThat(real.submit(now(), order).toString()).contains("ACCOUNT_MISMATCH", "real money");
    assertThat(fake.orderCount()).isZero();
    fake.demo(false);
    assertThat(real.submit(now(), order)).isInstanceOf(SubmitReply.Accepted.class);
  }

  @Test
  void saysThatTheClockMayBeWrongWhenTheBrokerRefusesTheSignature() {
    fake.fault(
        "GetAllUserTexInfo",
        new Answer.Full(200, "{\"error\":\"Invalid signature\",\"code\":1}"),
        false);
    assertThat(broker.statement(now(), "").problemOrThrow().message()).contains("clock");
  }
}
