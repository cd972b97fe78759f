package dev.arduinotrader.trading.broker.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.portfolio.CashFlowKind;
import dev.arduinotrader.testkit.ScriptedHttpServer.Answer;
import dev.arduinotrader.trading.broker.AccountMovement;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.Broker;
import dev.arduinotrader.trading.broker.Broker.FindReply;
import dev.arduinotrader.trading.broker.Broker.SubmitReply;
import dev.arduinotrader.trading.broker.BrokerExecution.SecurityExecution;
import dev.arduinotrader.trading.broker.BrokerOrder;
import dev.arduinotrader.trading.broker.OrderReport.BrokerOrderState;
import dev.arduinotrader.trading.model.OrderTerms;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import dev.arduinotrader.universe.FakeUniverse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The adapter over real HTTP against a broker that speaks the documented formats and faults. */
class AlpacaBrokerTest {
  private static final String PLACE = "POST /v2/orders";
  private static final ClientOrderId NAME = ClientOrderId.of("ours-1");
  private static final Map<String, String> GOOD =
      Map.of(
          AlpacaConnection.ACCOUNT,
          "alpaca-1",
          AlpacaConnection.NUMBER,
          "PA3ABCDEF",
          AlpacaConnection.KEY_ID,
          "env:KEY",
          AlpacaConnection.SECRET,
          "env:SECRET",
          "KEY",
          "k",
          "SECRET",
          "topsecret");

  private final AlpacaBench bench = new AlpacaBench();
  private final Broker broker = bench.broker();

  @AfterEach
  void close() {
    bench.close();
  }

  private SubmitReply submit(OrderTerms terms) {
    return broker.submit(bench.now(), new BrokerOrder(NAME, 1, terms));
  }

  private AccountStatement all() {
    return broker.statement(bench.now(), AccountStatement.FROM_THE_BEGINNING).orElseThrow();
  }

  @Test
  void anOrderThatCouldStillBeUnderWayWhenTheLeaseEndsIsNotSent() {
    SubmitReply reply =
        broker.submit(
            bench.now().within(Duration.ofMillis(500)),
            new BrokerOrder(NAME, 1, bench.purchase(5)));
    assertThat(reply.toString()).contains("Unclear", "before it would be too late");
    assertThat(bench.fake.orderCount()).isZero();
  }

  /** T51. */
  @Test
  void anOrderWhoseReplyIsLostIsUnclearFoundAndNeverASecond() {
    bench.fake.fault(PLACE, new Answer.Half("{\"id\""), true);
    assertThat(submit(bench.purchase(5))).isInstanceOf(SubmitReply.Unclear.class);
    assertThat(broker.findByClientOrderId(bench.now(), NAME)).isInstanceOf(FindReply.Found.class);
    assertThat(submit(bench.purchase(5))).isInstanceOf(SubmitReply.Accepted.class);
    assertThat(bench.fake.orderCount()).isEqualTo(1);
  }

  @Test
  void anErrorOfTheServerIsUnclearBeforeAndAfterItsEffect() {
    for (boolean after : List.of(false, true)) {
      bench.fake.fault(PLACE, new Answer.Full(500, "{\"message\":\"x\",\"code\":1}"), after);
      assertThat(submit(bench.purchase(5))).isInstanceOf(SubmitReply.Unclear.class);
    }
    assertThat(bench.fake.orderCount()).isEqualTo(1);
  }

  @Test
  void onlyTheBrokersOwnWordsAreARefusal() {
    bench.fake.fault(
        PLACE, new Answer.Full(422, "{\"code\":42210000,\"message\":\"bad limit\"}"), false);
    assertThat(submit(bench.purchase(5))).isEqualTo(new SubmitReply.Rejected("bad limit"));
    for (int status : List.of(403, 422)) {
      bench.fake.fault(PLACE, new Answer.Full(status, "<html>"), false);
      assertThat(submit(bench.purchase(5))).isInstanceOf(SubmitReply.Unclear.class);
    }
  }

  @Test
  void notFoundIsAnAbsenceOnlyInTheBrokersOwnWords() {
    String question = "GET /v2/orders:by_client_order_id";
    for (String body : List.of("<html>", "{}", "")) {
      bench.fake.fault(question, new Answer.Full(404, body), false);
      assertThat(broker.findByClientOrderId(bench.now(), NAME))
          .as(body)
          .isInstanceOf(FindReply.Unclear.class);
    }
    assertThat(broker.findByClientOrderId(bench.now(), NAME)).isEqualTo(new FindReply.NotThere());
  }

  @Test
  void aStatementFailsWithAnyOfItsReads() {
    submit(bench.purchase(5));
    bench.marketMoves();
    for (String read :
        List.of(
            "GET /v2/orders?",
            "GET /v2/account/activities/FILL",
            "GET /v2/account/activities?",
            "GET /v2/positions")) {
      for (String body : List.of("<html>", "{}", "[{}]")) {
        bench.fake.fault(read, new Answer.Full(200, body), false);
        assertThat(broker.statement(bench.now(), "").isSuccess()).as(read + body).isFalse();
      }
    }
    SecurityExecution execution = (SecurityExecution) all().executions().getFirst();
    assertThat(execution.gross()).isEqualTo(Money.of("500.00", Currency.USD));
    assertThat(execution.commission().isZero()).isTrue();
    assertThat(all().cash()).containsExactly(Money.of("4500.00", Currency.USD));
  }

  @Test
  void readsMoreActivitiesThanAPageHolds() {
    for (int i = 0; i < 250; i++) {
      bench.fake.flow("flow-" + i, "CSD", "1.00");
    }
    assertThat(all().movements()).hasSize(250);
  }

  @Test
  void namesWhatMoneyIsForAndWhoPaidIt() {
    bench.fake.flow("f1", "CSD", "100.00");
    bench.fake.dividend("f2", "AAPL", "1.20");
    bench.fake.dividend("f3", "NONE", "0.70");
    bench.fake.flow("f4", "DIVNRA", "-0.18");
    bench.fake.flow("f5", "FEE", "-0.01");
    bench.fake.flow("f6", "JNLC", "-5.00");
    List<AccountMovement> movements = all().movements();
    assertThat(movements.get(1))
        .isInstanceOfSatisfying(
            AccountMovement.DividendPaid.class,
            paid -> {
              assertThat(paid.isin()).isEqualTo(Isin.of("US0378331005"));
              assertThat(paid.gross()).isEqualTo(Money.of("1.20", Currency.USD));
              assertThat(paid.withheld().isZero()).isTrue();
            });
    assertThat(movements)
        .filteredOn(AccountMovement.CashMoved.class::isInstance)
        .extracting(movement -> ((AccountMovement.CashMoved) movement).kind())
        .containsExactly(
            CashFlowKind.DEPOSIT,
            CashFlowKind.DIVIDEND,
            CashFlowKind.TAX,
            CashFlowKind.FEE,
            CashFlowKind.WITHDRAWAL);
  }

  @Test
  void anEndWithExecutionsIsToldWithThemOnly() {
    submit(bench.purchase(5));
    bench.marketMoves();
    assertThat(broker.findByClientOrderId(bench.now(), NAME))
        .isInstanceOfSatisfying(
            FindReply.Found.class,
            found -> assertThat(found.report().state()).isEqualTo(BrokerOrderState.OPEN));
    assertThat(all().orders().getFirst().state()).isEqualTo(BrokerOrderState.FILLED);
  }

  @Test
  void refusesWhatCannotBeOrderedThereWithoutSendingIt() {
    Isin barclays = Isin.of("GB0031348658");
    bench.universe.with(FakeUniverse.stock(barclays.value(), "BARC.L", "GBX"));
    QuoteUnit pence = QuoteUnit.of("GBX");
    assertThat(
            submit(
                    new SecurityTerms(
                        barclays, "BARC.L", Side.BUY, Quantity.of(1), Price.of("195", pence)))
                .toString())
        .contains("Rejected", "USD");
    SecurityTerms whole = bench.purchase(1);
    assertThat(
            submit(
                    new SecurityTerms(
                        whole.isin(), "AAPL", Side.BUY, Quantity.of("0.5"), whole.limit()))
                .toString())
        .contains("Rejected", "whole shares");
    assertThat(
            submit(
                    new ExchangeTerms(
                        Money.of("1.00", Currency.EUR), Money.of("2.00", Currency.USD)))
                .toString())
        .contains("Rejected", "US dollars");
    bench.universe.with(FakeUniverse.stock("US5949181045", "AAPL", "USD"));
    assertThat(submit(whole).toString()).contains("Rejected", "expected one security");
    assertThat(bench.fake.orderCount()).isZero();
  }

  @Test
  void refusesAnotherAccountThanTheOneItIsBoundTo() {
    try (AlpacaBench other = new AlpacaBench("PA9OTHER")) {
      Broker bound = other.broker();
      assertThat(bound.submit(other.now(), new BrokerOrder(NAME, 1, other.purchase(1))).toString())
          .contains("Rejected", "ACCOUNT_MISMATCH", "PA9OTHER");
      assertThat(bound.statement(other.now(), "").problemOrThrow().code())
          .isEqualTo("ACCOUNT_MISMATCH");
      assertThat(other.fake.orderCount()).isZero();
    }
  }

  @Test
  void takesKeysByReferenceAndPlayMoneyUnlessASettingSaysReal() {
    try (AlpacaConnection connection = AlpacaConnection.from(GOOD).orElseThrow()) {
      assertThat(connection.account().value()).isEqualTo("alpaca-1");
      assertThat(connection.identity().toString()).endsWith("PA3ABCDEF, play money");
    }
    Map<String, String> wrong = new HashMap<>(GOOD);
    wrong.put(AlpacaConnection.URL, "https://api.alpaca.markets");
    wrong.put(AlpacaConnection.SECRET, "topsecret");
    wrong.remove(AlpacaConnection.NUMBER);
    Problem problem = AlpacaConnection.from(wrong).problemOrThrow();
    assertThat(problem.faults())
        .extracting(Fault::place)
        .containsExactly(AlpacaConnection.NUMBER, AlpacaConnection.SECRET, AlpacaConnection.URL);
    assertThat(problem.toString()).doesNotContain("topsecret");
  }

  @Test
  void speaksWithRealMoneyAtItsOwnAddressOnly() {
    Map<String, String> real = new HashMap<>(GOOD);
    real.put(AlpacaConnection.MONEY, "real");
    real.put(AlpacaConnection.URL, "https://paper-api.alpaca.markets");
    assertThat(AlpacaConnection.from(real).problemOrThrow().faults())
        .extracting(Fault::place)
        .containsExactly(AlpacaConnection.URL, AlpacaConnection.NUMBER);
    real.remove(AlpacaConnection.URL);
    real.put(AlpacaConnection.NUMBER, "123456789");
    try (AlpacaConnection connection = AlpacaConnection.from(real).orElseThrow()) {
      assertThat(connection.identity().toString()).endsWith("123456789, real money");
    }
  }
}
