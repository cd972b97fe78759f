package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.trading.BatchResult.Outcome;
import dev.arduinotrader.trading.TradeValidation.Finding;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every way to trading answers; a subclass says which way. */
abstract class TradingContract {
  private World world;
  private TradingService trading;

  /** The service as callers of this way see it. */
  abstract TradingService reach(World world);

  /** Closes what {@link #reach} opened. */
  void leave() {}

  /** Where the stores are kept: in files unless a suite says otherwise. */
  Databases databases(Path directory) {
    return Databases.in(directory);
  }

  @BeforeEach
  void open(@TempDir Path directory) {
    world = new World(directory, databases(directory));
    trading = reach(world);
  }

  @AfterEach
  void close() {
    leave();
    world.close();
  }

  @Test
  void tellsItsHealth() {
    ServiceHealth health = trading.healthCheck(world.now()).orElseThrow();
    assertThat(health.healthy()).isTrue();
    assertThat(health.version()).isNotEmpty();
  }

  @Test
  void carriesATradeWithAnExchangeThroughAndShowsAllOfIt() {
    deposit("30000.00");
    Trade sent = trading.executeTrade(world.now(), world.buy(World.APPLE, 10)).orElseThrow();
    assertThat(sent.legs()).hasSize(2);
    OpenExposure exposure = trading.getOpenExposure(world.now()).orElseThrow();
    assertThat(exposure).isEqualTo(world.exposure());
    assertThat(exposure.orders()).hasSize(2);

    world.aMinute();
    ReconcileReport report = trading.reconcile(world.now()).orElseThrow();
    assertThat(report).isEqualTo(new ReconcileReport(1, 1, 2, List.of()));
    world.aMinute();
    trading.reconcile(world.now()).orElseThrow();

    Trade filled = trading.getTradeStatus(world.now(), sent.tradeId()).orElseThrow();
    assertThat(filled).isEqualTo(world.trade(sent.tradeId()));
    assertThat(filled.state()).isEqualTo(OrderState.FILLED);
    assertThat(filled.legs().getLast().averagePrice())
        .isEqualTo(Price.of("100.05", QuoteUnit.of("USD")));
    TradePage page = trading.getTradeHistory(world.now(), new TradeQuery(10)).orElseThrow();
    assertThat(page.trades()).containsExactly(filled);
  }

  @Test
  void aDenialCarriesItsCodeAndItsNumbers() {
    TradeCommand command = world.buy(World.SIEMENS, 10);
    Trade denied = trading.executeTrade(world.now(), command).orElseThrow();
    assertThat(denied.state()).isEqualTo(OrderState.DENIED);
    assertThat(denied.denialCode()).isEqualTo("CASH");
    TradeValidation validation =
        trading.validateTrade(world.now(), world.buy(World.SIEMENS, 10)).orElseThrow();
    assertThat(validation.findings()).extracting(Finding::code).containsExactly("CASH", "TURNOVER");
    assertThat(validation.estimatedCash()).isEqualTo(Money.of("503.26", Currency.EUR));
  }

  @Test
  void theSameCommandGivesTheSameTradeAndAnotherContentIsRefused() {
    deposit("30000.00");
    TradeCommand command = limited(world.buy(World.SIEMENS, 10), 10);
    Trade first = trading.executeTrade(world.now(), command).orElseThrow();
    assertThat(trading.executeTrade(world.now(), command).orElseThrow()).isEqualTo(first);
    Problem problem = trading.executeTrade(world.now(), limited(command, 11)).problemOrThrow();
    assertThat(problem.code()).isEqualTo("COMMAND_REUSED");
    assertThat(problem.kind()).isEqualTo(FailureKind.ALREADY_EXISTS);
  }

  @Test
  void fiftyAtOnceAreOneTrade() throws InterruptedException {
    deposit("30000.00");
    TradeCommand command = world.buy(World.SIEMENS, 10);
    Set<Trade> trades = ConcurrentHashMap.newKeySet();
    Set<Thread> threads = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> trades.add(trading.executeTrade(world.now(), command).orElseThrow())));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(trades).hasSize(1);
    assertThat(world.broker.submitted()).hasSize(1);
  }

  @Test
  void aBatchStopsAtTheFirstThatGoesWrongAndARepeatGivesTheSame() {
    deposit("30000.00");
    TradeBatch batch =
        new TradeBatch(
            List.of(
                world.buy(World.SIEMENS, 10),
                world.sell(World.BARCLAYS, 10),
                world.buy(World.BARCLAYS, 100)),
            true);
    BatchResult first = trading.batchExecuteTrades(world.now(), batch).orElseThrow();
    assertThat(first.outcomes())
        .satisfiesExactly(
            bought -> assertThat(stateOf(bought)).isEqualTo(OrderState.ACCEPTED),
            denied -> assertThat(stateOf(denied)).isEqualTo(OrderState.DENIED),
            rest -> assertThat(rest).isInstanceOf(Outcome.NotTried.class));
    assertThat(trading.batchExecuteTrades(world.now(), batch).orElseThrow()).isEqualTo(first);
    assertThat(world.broker.submitted()).hasSize(1);

    TradeBatch onwards = new TradeBatch(batch.commands(), false);
    BatchResult all = trading.batchExecuteTrades(world.now(), onwards).orElseThrow();
    assertThat(all.outcomes().subList(0, 2)).isEqualTo(first.outcomes().subList(0, 2));
    assertThat(all.outcomes().getLast()).isInstanceOf(Outcome.Traded.class);
    assertThat(all.isGood()).isFalse();
  }

  @Test
  void aBatchWithoutTradesOrWithACommandTwiceIsRefusedWhole() {
    TradeBatch none = new TradeBatch(List.of(), true);
    assertThat(trading.batchExecuteTrades(world.now(), none).problemOrThrow().kind())
        .isEqualTo(FailureKind.INVALID_ARGUMENT);
    TradeCommand command = world.buy(World.SIEMENS, 10);
    TradeBatch twice = new TradeBatch(List.of(command, command), true);
    assertThat(trading.batchExecuteTrades(world.now(), twice).problemOrThrow().message())
        .contains(command.commandId().value());
    assertThat(world.trades()).isEmpty();
  }

  @Test
  void aTradeKeepsItsTypeAndItsTimeInForce() {
    deposit("30000.00");
    TradeCommand command = world.buy(World.SIEMENS, 10).as(OrderType.MARKET, TimeInForce.FOK);
    TradeValidation asked = trading.validateTrade(world.now(), command).orElseThrow();
    assertThat(asked.findings()).isEmpty();
    Trade sent = trading.executeTrade(world.now(), command).orElseThrow();
    assertThat(sent.type()).isEqualTo(OrderType.MARKET);
    assertThat(sent.timeInForce()).isEqualTo(TimeInForce.FOK);
    world.aMinute();
    trading.reconcile(world.now()).orElseThrow();
    Trade filled = trading.getTradeStatus(world.now(), sent.tradeId()).orElseThrow();
    assertThat(filled.state()).isEqualTo(OrderState.FILLED);
    assertThat(filled.type()).isEqualTo(OrderType.MARKET);
  }

  @Test
  void flatteningStopsPurchasesCancelsWhatIsOpenAndSellsWhatIsHeld() {
    deposit("30000.00");
    trading.executeTrade(world.now(), world.buy(World.SIEMENS, 20)).orElseThrow();
    world.aMinute();
    trading.reconcile(world.now()).orElseThrow();
    Trade open = trading.executeTrade(world.now(), world.buy(World.BARCLAYS, 100)).orElseThrow();

    HaltCommand command = new HaltCommand(CommandId.of("flatten"), "moving house");
    Flattened flattened = trading.flatten(world.now(), command).orElseThrow();
    assertThat(flattened.mode().reduceReason()).isEqualTo("moving house");
    assertThat(flattened.cancelled()).extracting(Trade::tradeId).containsExactly(open.tradeId());
    assertThat(flattened.cancelled().getFirst().state()).isEqualTo(OrderState.CANCELLED);
    assertThat(flattened.sales()).hasSize(1);
    assertThat(flattened.leftovers()).isEmpty();
    world.aMinute();
    Flattened again = trading.flatten(world.now(), command).orElseThrow();
    assertThat(again.sales()).extracting(Trade::state).containsExactly(OrderState.FILLED);
    assertThat(world.held(World.SIEMENS)).isEqualTo(Quantity.ZERO);

    Trade denied = trading.executeTrade(world.now(), world.buy(World.SIEMENS, 10)).orElseThrow();
    assertThat(denied.denialCode()).isEqualTo("REDUCE_ONLY");
    HaltCommand resume = new HaltCommand(CommandId.of("resume"), "moved");
    assertThat(trading.resume(world.now(), resume).orElseThrow().reduceReason()).isEmpty();
  }

  private static OrderState stateOf(Outcome outcome) {
    return ((Outcome.Traded) outcome).trade().state();
  }

  @Test
  void cancelsWhatIsOpen() {
    deposit("30000.00");
    Trade sent = trading.executeTrade(world.now(), world.buy(World.SIEMENS, 10)).orElseThrow();
    CancelCommand cancel = new CancelCommand(CommandId.of("cancel"), sent.tradeId());
    assertThat(trading.cancelTrade(world.now(), cancel).orElseThrow().state())
        .isEqualTo(OrderState.CANCELLED);
  }

  @Test
  void switchesModeAndLatch() {
    CommandId id = CommandId.of("research");
    assertThat(trading.setMode(world.now(), new SetMode(id, Mode.RESEARCH)).orElseThrow())
        .isEqualTo(new TradingMode(Mode.RESEARCH, false, "", null, 1));
    TradingMode halted =
        trading.halt(world.now(), new HaltCommand(CommandId.of("halt"), "a test")).orElseThrow();
    assertThat(halted).isEqualTo(new TradingMode(Mode.RESEARCH, true, "a test", World.START, 1));
    assertThat(trading.getMode(world.now()).orElseThrow()).isEqualTo(halted);
    HaltCommand resume = new HaltCommand(CommandId.of("resume"), "over");
    assertThat(trading.resume(world.now(), resume).orElseThrow().halted()).isFalse();
    HaltCommand silent = new HaltCommand(CommandId.of("silent"), " ");
    assertThat(trading.halt(world.now(), silent).problemOrThrow().kind())
        .isEqualTo(FailureKind.INVALID_ARGUMENT);
    assertThat(
            trading
                .setMode(world.now(), new SetMode(CommandId.of("live"), Mode.LIVE))
                .problemOrThrow()
                .kind())
        .isEqualTo(FailureKind.FAILED_PRECONDITION);
  }

  @Test
  void asksTheBrokerWhatNeedsNoOrder() {
    deposit("30000.00");
    trading.executeTrade(world.now(), world.buy(World.SIEMENS, 10)).orElseThrow();
    BrokerTest test = trading.testBroker(world.now()).orElseThrow();
    assertThat(test.broker()).isEqualTo("paper");
    assertThat(test.identity()).isEqualTo("paper");
    assertThat(test.findings())
        .extracting(BrokerTest.Finding::card)
        .containsExactly("B04", "B06", "B13", "B14", "B20");
    assertThat(test.passes()).isTrue();

    world.broker.failing(FaultyBroker.Fault.STATEMENT_LOST);
    BrokerTest silent = trading.testBroker(world.now()).orElseThrow();
    assertThat(silent.passes()).isFalse();
    assertThat(silent.findings().get(1).outcome()).isEqualTo(BrokerTest.Outcome.UNCLEAR);
  }

  @Test
  void tellsHowTheBrokerAnswers() {
    assertThat(trading.getBrokerStatus(world.now()).orElseThrow().lastAnswerAt()).isNull();
    trading.reconcile(world.now()).orElseThrow();
    assertThat(trading.getBrokerStatus(world.now()).orElseThrow())
        .isEqualTo(new BrokerStatus("paper", true, "answers", World.START));
  }

  @Test
  void tellsWhatHappenedInOrder() {
    deposit("30000.00");
    trading.executeTrade(world.now(), world.buy(World.SIEMENS, 10)).orElseThrow();
    world.aMinute();
    trading.reconcile(world.now()).orElseThrow();
    Collected<ServiceEvent> events = new Collected<>(4);
    trading.watchEvents(world.now(), 1, events);
    assertThat(events.parts())
        .extracting(ServiceEvent::kind)
        .containsExactly("ORDER_INTENDED", "ORDER_SENT", "ORDER_ACCEPTED", "ORDER_FILLED");
    assertThat(events.parts()).extracting(ServiceEvent::sequence).containsExactly(2L, 3L, 4L, 5L);
  }

  @Test
  void refusesWhatDoesNotExistOrIsOutOfRange() {
    assertThat(kind(trading.getTradeStatus(world.now(), "trade-none")))
        .isEqualTo(FailureKind.NOT_FOUND);
    assertThat(kind(trading.getTradeHistory(world.now(), new TradeQuery(0))))
        .isEqualTo(FailureKind.INVALID_ARGUMENT);
    assertThat(kind(trading.getMode(world.now().withAccount(AccountId.of("paper-9")))))
        .isEqualTo(FailureKind.NOT_FOUND);
    assertThat(kind(trading.getMode(world.now().withAccount(AccountId.SHARED))))
        .isEqualTo(FailureKind.INVALID_ARGUMENT);
  }

  private void deposit(String amount) {
    PaperCashFlow flow = new PaperCashFlow(CommandId.of("deposit"), Money.of(amount, Currency.EUR));
    trading.paperCashFlow(world.now(), flow).orElseThrow();
  }

  private static TradeCommand limited(TradeCommand plain, long quantity) {
    return new TradeCommand(
        plain.commandId(),
        plain.isin(),
        plain.side(),
        Quantity.of(quantity),
        Price.of("49", QuoteUnit.of("EUR")),
        plain.estimatedPrice(),
        "because",
        "hash",
        2);
  }

  private static <T> FailureKind kind(Result<T> result) {
    return result.problemOrThrow().kind();
  }
}
