package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.portfolio.BrokerStatement.Holding;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.trading.FaultyBroker.Fault;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.BrokerAbilities;
import dev.arduinotrader.trading.broker.BrokerExecution;
import dev.arduinotrader.trading.broker.BrokerExecution.SecurityExecution;
import dev.arduinotrader.trading.desk.FaultPoints;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadLineTest {
  private World world;

  @BeforeEach
  void open(@TempDir Path directory) {
    world = new World(directory);
    world.deposit("30000.00");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void keepsOrderUnknownWhenTheReplyIsLost() {
    world.broker.failing(Fault.ORDER_REPLY_LOST, Fault.QUESTION_LOST, Fault.STATEMENT_LOST);
    Trade sent = world.execute(world.buy(World.SIEMENS, 10));
    assertThat(sent.state()).isEqualTo(OrderState.UNKNOWN);
    assertThat(world.exposure().orders().getFirst().reservedCash())
        .isEqualTo(Money.of("528.33", Currency.EUR));
    assertThat(world.execute(world.buy(World.SIEMENS, 1)).denialCode()).isEqualTo("OPEN_ORDER");

    world.broker.failing();
    world.reconcile();
    assertThat(world.trade(sent.tradeId()).state()).isEqualTo(OrderState.ACCEPTED);
    assertThat(world.broker.submitted()).hasSize(1);
  }

  @Test
  void staysUnknownAsLongAsNobodyAnswers() {
    world.broker.failing(Fault.ORDER_LOST, Fault.QUESTION_LOST);
    Trade sent = world.execute(world.buy(World.SIEMENS, 10));
    for (int day = 0; day < 5; day++) {
      world.clock.advance(Duration.ofDays(1));
      world.reconcile();
    }
    assertThat(world.trade(sent.tradeId()).state()).isEqualTo(OrderState.UNKNOWN);
    assertThat(world.exposure().orders()).hasSize(1);
  }

  @Test
  void sendsAnOrderThatNeverArrivedOnceMoreUnderTheSameName() {
    world.broker.failing(Fault.ORDER_LOST, Fault.QUESTION_LOST);
    Trade sent = world.execute(world.buy(World.SIEMENS, 10));
    world.broker.failing();
    world.reconcile();
    assertThat(world.trade(sent.tradeId()).state()).isEqualTo(OrderState.ACCEPTED);
    assertThat(world.broker.submitted()).hasSize(2);
    assertThat(world.broker.submitted().get(0).clientOrderId())
        .isEqualTo(world.broker.submitted().get(1).clientOrderId());
  }

  @Test
  void sendsNothingAgainAfterADayOrAtABrokerThatDoesNotTellRepeats() {
    world.broker.failing(Fault.ORDER_LOST, Fault.QUESTION_LOST);
    Trade old = world.execute(world.buy(World.SIEMENS, 10));
    world.clock.advance(Duration.ofHours(25));
    world.broker.failing();
    world.reconcile();
    assertThat(world.trade(old.tradeId()).state()).isEqualTo(OrderState.ABSENT);

    world.broker.promising(world.broker.abilities().with(BrokerAbilities.ClientIds.ECHOED, 1));
    world.broker.failing(Fault.ORDER_LOST);
    Trade lost = world.execute(world.buy(World.SIEMENS, 10));
    assertThat(lost.state()).isEqualTo(OrderState.ABSENT);
    assertThat(world.broker.submitted()).hasSize(2);
    assertThat(world.exposure().orders()).isEmpty();
  }

  @Test
  void oneAbsenceIsNoProofWhereTheBrokerLags() {
    world.broker.promising(world.broker.abilities().with(BrokerAbilities.ClientIds.DEDUPED, 2));
    world.broker.failing(Fault.ORDER_LOST);
    Trade lost = world.execute(world.buy(World.SIEMENS, 10));
    assertThat(lost.state()).isEqualTo(OrderState.UNKNOWN);
    world.broker.failing();
    world.reconcile();
    assertThat(world.trade(lost.tradeId()).state()).isEqualTo(OrderState.ACCEPTED);
  }

  @Test
  void anAbsenceIsNotCountedWithoutAStatementAsControl() {
    world.broker.failing(Fault.ORDER_LOST, Fault.STATEMENT_LOST);
    Trade lost = world.execute(world.buy(World.SIEMENS, 10));
    assertThat(lost.state()).isEqualTo(OrderState.UNKNOWN);
    assertThat(world.trading().reconcile(world.now()).isSuccess()).isFalse();
    assertThat(world.trade(lost.tradeId()).state()).isEqualTo(OrderState.UNKNOWN);
  }

  @Test
  void anOrderOfUnknownFateCannotBeCancelled() {
    world.broker.failing(Fault.ORDER_REPLY_LOST, Fault.QUESTION_LOST, Fault.STATEMENT_LOST);
    Trade sent = world.execute(world.buy(World.SIEMENS, 10));
    CancelCommand cancel = new CancelCommand(CommandId.of("cancel"), sent.tradeId());
    assertThat(world.trading().cancelTrade(world.now(), cancel).problemOrThrow().code())
        .isEqualTo("ORDER_UNKNOWN");
  }

  @Test
  void aCancellationWhoseReplyIsLostIsFoundOut() {
    Trade sent = world.execute(world.buy(World.SIEMENS, 10));
    world.broker.failing(Fault.CANCEL_REPLY_LOST, Fault.STATEMENT_LOST);
    CancelCommand cancel = new CancelCommand(CommandId.of("cancel"), sent.tradeId());
    Trade asked = world.trading().cancelTrade(world.now(), cancel).orElseThrow();
    assertThat(asked.state()).isEqualTo(OrderState.CANCEL_UNKNOWN);
    world.broker.failing();
    world.reconcile();
    assertThat(world.trade(sent.tradeId()).state()).isEqualTo(OrderState.CANCELLED);
  }

  @Test
  void aStatementThatIsNotAnsweredChangesNothing() {
    Trade sent = world.execute(world.buy(World.SIEMENS, 10));
    world.aMinute();
    world.broker.failing(Fault.STATEMENT_LOST);
    assertThat(world.trading().reconcile(world.now()).isSuccess()).isFalse();
    assertThat(world.trade(sent.tradeId()).state()).isEqualTo(OrderState.ACCEPTED);
    assertThat(world.trading().getBrokerStatus(world.now()).orElseThrow().connected()).isFalse();
    assertThat(world.held(World.SIEMENS)).isEqualTo(Quantity.ZERO);
  }

  @Test
  void theSameExecutionToldAgainIsBookedOnce() {
    world.execute(world.buy(World.SIEMENS, 10));
    world.aMinute();
    world.broker.saying(BadLineTest::doubled);
    world.reconcile();
    assertThat(world.held(World.SIEMENS)).isEqualTo(Quantity.of(10));
    assertThat(world.portfolio.booked()).hasSize(2);
    assertThat(incidents()).isEmpty();
  }

  @Test
  void anExecutionToldAgainWithAnotherContentIsAnIncident() {
    world.execute(world.buy(World.SIEMENS, 10));
    world.aMinute().reconcile();
    String known = world.portfolio.booked().getLast().sourceId();
    world.broker.saying(statement -> with(statement, List.of(strange(known, "none", 11))));
    world.reconcile();
    assertThat(world.held(World.SIEMENS)).isEqualTo(Quantity.of(10));
    assertThat(incidents()).hasSize(1);
  }

  @Test
  void anExecutionOfNoOrderOfOursIsBookedAndAnIncident() {
    world.broker.saying(statement -> with(statement, List.of(strange("strange-1", "not-ours", 3))));
    ReconcileReport report = world.reconcile();
    assertThat(report.executionsAdded()).isEqualTo(1);
    assertThat(world.held(World.SIEMENS)).isEqualTo(Quantity.of(3));
    assertThat(report.differences()).isNotEmpty();
    assertThat(incidents()).hasSize(1);
  }

  @Test
  void anExecutionBeyondTheOrderIsBookedAndAnIncident() {
    Trade sent = world.execute(world.buy(World.SIEMENS, 10));
    String client = sent.legs().getFirst().clientOrderId().value();
    world.broker.saying(statement -> with(statement, List.of(strange("big-1", client, 12))));
    world.reconcile();
    assertThat(world.trade(sent.tradeId()).state()).isEqualTo(OrderState.FILLED);
    assertThat(world.held(World.SIEMENS)).isEqualTo(Quantity.of(12));
    assertThat(incidents()).hasSize(1);
    assertThat(incidents().getFirst().summary()).contains("executed 12 of 10 ordered");
  }

  @Test
  void aLateExecutionOfACancelledOrderIsBookedAndAnIncident() {
    Trade sent = world.execute(world.buy(World.SIEMENS, 10));
    world
        .trading()
        .cancelTrade(world.now(), new CancelCommand(CommandId.of("cancel"), sent.tradeId()))
        .orElseThrow();
    String client = sent.legs().getFirst().clientOrderId().value();
    world.broker.saying(statement -> with(statement, List.of(strange("late-1", client, 4))));
    world.reconcile();
    assertThat(world.trade(sent.tradeId()).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(world.trade(sent.tradeId()).legs().getFirst().filled()).isEqualTo(Quantity.of(4));
    assertThat(world.held(World.SIEMENS)).isEqualTo(Quantity.of(4));
    assertThat(incidents()).hasSize(1);
  }

  @Test
  void partialExecutionsOfOneOrderAddUp() {
    Trade sent = world.execute(world.buy(World.SIEMENS, 10));
    String client = sent.legs().getFirst().clientOrderId().value();
    world.broker.saying(statement -> with(statement, List.of(strange("part-1", client, 4))));
    world.reconcile();
    Trade part = world.trade(sent.tradeId());
    assertThat(part.state()).isEqualTo(OrderState.PARTIALLY_FILLED);
    // 528.33 x 6 / 10
    assertThat(part.legs().getFirst().reserved()).isEqualTo(Money.of("317.00", Currency.EUR));
    world.broker.saying(statement -> with(statement, List.of(strange("part-2", client, 6))));
    world.reconcile();
    assertThat(world.trade(sent.tradeId()).state()).isEqualTo(OrderState.FILLED);
    assertThat(world.trade(sent.tradeId()).legs().getFirst().fills()).hasSize(2);
  }

  @Test
  void anOlderProcessSendsNothingAfterAnotherTookOver() {
    Trade sent = world.execute(world.buy(World.SIEMENS, 10));
    world.store().write(book -> book.nextEpoch(sent.accountId()));
    assertThat(world.execute(world.buy(World.APPLE, 4)).denialCode()).isEqualTo("EPOCH_OLD");
    world.restart(FaultPoints.none());
    assertThat(world.execute(world.buy(World.APPLE, 4)).state()).isEqualTo(OrderState.ACCEPTED);
  }

  @Test
  void sendsNothingWhileAnotherProcessRunsByANewerDeploymentEpoch() {
    world.outdated = true;
    assertThat(world.execute(world.buy(World.APPLE, 4)).denialCode()).isEqualTo("EPOCH_OLD");
    world.outdated = false;
    assertThat(world.execute(world.buy(World.APPLE, 4)).state()).isEqualTo(OrderState.ACCEPTED);
  }

  private List<ServiceEvent> incidents() {
    Collected<ServiceEvent> events = new Collected<>();
    world.trading().watchEvents(world.now().within(Duration.ofMillis(50)), 0, events);
    return events.parts().stream().filter(event -> event.kind().equals("INCIDENT")).toList();
  }

  private static AccountStatement doubled(AccountStatement statement) {
    return with(
        statement,
        Stream.concat(statement.executions().stream(), statement.executions().stream()).toList());
  }

  private static AccountStatement with(
      AccountStatement statement, List<BrokerExecution> executions) {
    List<Holding> holdings = statement.holdings();
    return new AccountStatement(
        statement.at(),
        statement.cursor(),
        executions,
        statement.movements(),
        statement.orders(),
        statement.cash(),
        holdings);
  }

  private static BrokerExecution strange(String id, String client, long quantity) {
    Price price = Price.of("50", QuoteUnit.of("EUR"));
    return new SecurityExecution(
        id,
        ClientOrderId.of(client),
        World.START,
        World.SIEMENS,
        Side.BUY,
        Quantity.of(quantity),
        price,
        price.times(Quantity.of(quantity)),
        Money.of("2.00", Currency.EUR));
  }
}
