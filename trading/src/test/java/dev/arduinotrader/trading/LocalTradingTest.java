package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.OpenOrder;
import dev.arduinotrader.trading.OrderLeg.LegKind;
import dev.arduinotrader.trading.TradeValidation.Finding;
import dev.arduinotrader.universe.BuyRule;
import dev.arduinotrader.universe.MarketPhase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTradingTest {
  private World world;

  @BeforeEach
  void open(@TempDir Path directory) {
    world = new World(directory);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aDepositArrivesInTheBooksUnderTheBrokersId() {
    world.deposit("30000.00");
    assertThat(world.cash(Currency.EUR)).isEqualTo(eur("30000.00"));
    assertThat(world.portfolio.booked())
        .extracting(BrokerMovement::sourceId)
        .containsExactly("cash-cmd-1");
    assertThat(world.reconcile().differences()).isEmpty();
  }

  @Test
  void fillsAtTheFirstQuoteAfterAcceptanceNotAtTheOneDecidedBy() {
    world.deposit("30000.00");
    Trade sent = world.execute(world.buy(World.SIEMENS, 10));
    assertThat(sent.state()).isEqualTo(OrderState.ACCEPTED);
    assertThat(world.reconcile().executionsAdded()).isZero();

    world.clock.advance(Duration.ofMinutes(1));
    world.quotes(world.clock.now(), "100", "195", "51");
    assertThat(world.reconcile().executionsAdded()).isEqualTo(1);

    Trade filled = world.trade(sent.tradeId());
    assertThat(filled.state()).isEqualTo(OrderState.FILLED);
    OrderLeg leg = filled.legs().getFirst();
    assertThat(leg.averagePrice()).isEqualTo(Price.of("51.0255", QuoteUnit.of("EUR")));
    // 510.26 and a commission of 2 + 1.02052
    assertThat(leg.fills().getFirst().commission()).isEqualTo(eur("3.02"));
    assertThat(world.cash(Currency.EUR)).isEqualTo(eur("29486.72"));
    assertThat(world.held(World.SIEMENS)).isEqualTo(Quantity.of(10));
    assertThat(world.reconcile().differences()).isEmpty();
  }

  @Test
  void buysTheCurrencyFirstAndTheSecurityAfterwards() {
    world.deposit("30000.00");
    Trade sent = world.execute(world.buy(World.APPLE, 10));
    assertThat(states(sent)).containsExactly(OrderState.ACCEPTED, OrderState.INTENDED);
    assertThat(sent.legs().getFirst().kind()).isEqualTo(LegKind.EXCHANGE);

    world.aMinute().reconcile();
    Trade exchanged = world.trade(sent.tradeId());
    assertThat(states(exchanged)).containsExactly(OrderState.FILLED, OrderState.ACCEPTED);
    Money dollars = world.cash(Currency.USD);
    assertThat(dollars).isEqualTo(Money.of("1056.00", Currency.USD));

    world.aMinute().reconcile();
    assertThat(states(world.trade(sent.tradeId()))).containsOnly(OrderState.FILLED);
    // 10 x 100.05 and a commission of 2.50 + 2.001
    assertThat(world.cash(Currency.USD)).isEqualTo(Money.of("51.00", Currency.USD));
    assertThat(world.held(World.APPLE)).isEqualTo(Quantity.of(10));
    assertThat(world.reconcile().differences()).isEmpty();
  }

  @Test
  void pencePricesBecomePoundsRightToThePenny() {
    world.deposit("30000.00");
    Trade sent = world.execute(world.buy(World.BARCLAYS, 777));
    world.aMinute().reconcile();
    world.aMinute().reconcile();
    BrokerMovement.Execution execution =
        (BrokerMovement.Execution) world.portfolio.booked().getLast();
    assertThat(world.trade(sent.tradeId()).state()).isEqualTo(OrderState.FILLED);
    // 195.34 x 1.0005 = 195.43767 pence; x 777 = 151,855.06959 pence = 1,518.5506959 pounds
    assertThat(execution.price()).isEqualTo(Price.of("195.43767", QuoteUnit.of("GBX")));
    assertThat(execution.gross()).isEqualTo(Money.of("1518.55", Currency.GBP));
    // 2 x 0.80 + 0.002 x 1,518.55 = 4.6371
    assertThat(execution.commission()).isEqualTo(Money.of("4.64", Currency.GBP));
    assertThat(world.reconcile().differences()).isEmpty();
  }

  @Test
  void aSecondPurchaseUsesTheMoneyThatTheFirstLeft() {
    world.deposit("30000.00");
    world.execute(world.buy(World.APPLE, 10));
    world.aMinute().reconcile();
    world.aMinute().reconcile();
    Trade second = world.execute(world.buy(World.APPLE, 5));
    assertThat(second.legs().getFirst().description())
        .startsWith("buy 478.00 USD for at most 386.23 EUR");
  }

  @Test
  void openOrdersAreShownWithWhatTheyReserve() {
    world.deposit("30000.00");
    world.execute(world.buy(World.APPLE, 10));
    List<OpenOrder> orders = world.exposure().orders();
    assertThat(orders)
        .extracting(OpenOrder::description)
        .containsExactly("EUR to USD", "BUY 10 AAPL");
    assertThat(orders).extracting(OpenOrder::state).containsExactly("ACCEPTED", "INTENDED");
    assertThat(orders.get(0).reservedCash()).isEqualTo(eur("853.25"));
    assertThat(orders.get(0).expectedCash()).isEqualTo(Money.of("1056.00", Currency.USD));
    assertThat(orders.get(1).reservedCash()).isEqualTo(Money.zero(Currency.USD));
    assertThat(world.exposure().executionSequence()).isEqualTo(1);

    world.aMinute().reconcile();
    assertThat(world.exposure().orders().getFirst().reservedCash())
        .isEqualTo(Money.of("1055.20", Currency.USD));
    world.aMinute().reconcile();
    assertThat(world.exposure().orders()).isEmpty();
  }

  @Test
  void theSameCommandSentFiftyTimesAtOnceIsOneOrder() throws InterruptedException {
    world.deposit("30000.00");
    TradeCommand command = world.buy(World.SIEMENS, 10);
    Set<String> trades = ConcurrentHashMap.newKeySet();
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads =
        java.util.stream.IntStream.range(0, 50)
            .mapToObj(
                i ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              try {
                                start.await();
                                trades.add(world.execute(command).tradeId());
                              } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                              }
                            }))
            .toList();
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    world.aMinute().reconcile();
    assertThat(trades).hasSize(1);
    assertThat(world.trades()).hasSize(1);
    assertThat(world.held(World.SIEMENS)).isEqualTo(Quantity.of(10));
    assertThat(world.portfolio.booked()).hasSize(2);
  }

  @Test
  void aCommandGivenAgainWithAnotherContentIsRefused() {
    world.deposit("30000.00");
    TradeCommand command = world.buy(World.SIEMENS, 10);
    world.execute(command);
    TradeCommand other =
        new TradeCommand(
            command.commandId(),
            command.isin(),
            command.side(),
            Quantity.of(11),
            null,
            command.estimatedPrice(),
            command.reason(),
            "",
            0);
    assertThat(world.trading().executeTrade(world.now(), other).problemOrThrow().code())
        .isEqualTo("COMMAND_REUSED");
    assertThat(
            world
                .trading()
                .halt(world.now(), new HaltCommand(command.commandId(), "why"))
                .problemOrThrow()
                .code())
        .isEqualTo("COMMAND_REUSED");
  }

  @Test
  void aDenialIsATradeThatSaysWhy() {
    Trade denied = world.execute(world.buy(World.SIEMENS, 10));
    assertThat(denied.state()).isEqualTo(OrderState.DENIED);
    assertThat(denied.denialCode()).isEqualTo("CASH");
    assertThat(denied.message()).contains("EUR with fees, found 0.00 EUR free");
    assertThat(denied.legs()).isEmpty();
    assertThat(world.trades()).containsExactly(denied);
  }

  @Test
  void noOrderLeavesOnADayThatTheExchangesCalendarDoesNotReach() {
    world.deposit("30000.00");
    TradeCommand command = world.buy(World.SIEMENS, 10);
    String exchange =
        world.universe.getSecurity(world.now(), World.SIEMENS).orElseThrow().exchange();
    world.universe.market(exchange, MarketPhase.UNKNOWN, BuyRule.FLEXIBLE);
    Trade denied = world.execute(command);
    assertThat(denied.denialCode()).isEqualTo("MARKET_UNKNOWN");
    assertThat(denied.legs()).isEmpty();
  }

  @Test
  void anOpenOrderInASecurityBlocksASecondOne() {
    world.deposit("30000.00");
    world.execute(world.buy(World.SIEMENS, 10));
    assertThat(world.execute(world.buy(World.SIEMENS, 1)).denialCode()).isEqualTo("OPEN_ORDER");
    assertThat(world.execute(world.sell(World.SIEMENS, 1)).denialCode()).isEqualTo("OPEN_ORDER");
  }

  @Test
  void nothingLeavesWhileTheLatchIsSet() {
    world.deposit("30000.00");
    world.trading().halt(world.now(), new HaltCommand(world.nextCommand(), "a test")).orElseThrow();
    assertThat(world.execute(world.buy(World.SIEMENS, 10)).denialCode()).isEqualTo("HALTED");
    world.restart(step -> {});
    TradingMode mode = world.trading().getMode(world.now()).orElseThrow();
    assertThat(mode.halted()).isTrue();
    assertThat(mode.haltReason()).isEqualTo("a test");
    world.trading().resume(world.now(), new HaltCommand(world.nextCommand(), "over")).orElseThrow();
    assertThat(world.execute(world.buy(World.SIEMENS, 10)).state()).isEqualTo(OrderState.ACCEPTED);
  }

  @Test
  void nothingLeavesWhileTheHaltFileIsThere() throws IOException {
    world.deposit("30000.00");
    Path file = Files.createFile(world.directory.resolve("HALT"));
    assertThat(world.execute(world.buy(World.SIEMENS, 10)).denialCode()).isEqualTo("HALT_FILE");
    assertThat(world.trading().getMode(world.now()).orElseThrow().halted()).isTrue();
    Files.delete(file);
    assertThat(world.execute(world.buy(World.SIEMENS, 10)).state()).isEqualTo(OrderState.ACCEPTED);
  }

  @Test
  void aHaltBetweenTheExchangeAndTheSecurityLeavesTheMoneyInItsCurrency() throws IOException {
    world.deposit("30000.00");
    Trade sent = world.execute(world.buy(World.APPLE, 10));
    Files.createFile(world.directory.resolve("HALT"));
    world.aMinute().reconcile();
    Trade denied = world.trade(sent.tradeId());
    assertThat(states(denied)).containsExactly(OrderState.FILLED, OrderState.DENIED);
    assertThat(denied.state()).isEqualTo(OrderState.DENIED);
    assertThat(denied.message()).contains("HALT_FILE").contains("stays in its currency");
    assertThat(world.cash(Currency.USD)).isEqualTo(Money.of("1056.00", Currency.USD));
    assertThat(world.exposure().orders()).isEmpty();
  }

  @Test
  void aResearchAccountSendsNothing() {
    world.deposit("30000.00");
    world.trading().setMode(world.now(), new SetMode(world.nextCommand(), Mode.RESEARCH));
    assertThat(world.execute(world.buy(World.SIEMENS, 10)).denialCode()).isEqualTo("MODE");
  }

  @Test
  void liveModeIsRefusedOnAPaperAccount() {
    Result<TradingMode> refused =
        world.trading().setMode(world.now(), new SetMode(world.nextCommand(), Mode.LIVE));
    assertThat(refused.problemOrThrow().code()).isEqualTo("LIVE_REFUSED");
  }

  @Test
  void aServiceThatCannotBeAskedStandsAgainstTheTrade() {
    world.deposit("30000.00");
    world.portfolio.unreachable();
    assertThat(world.execute(world.buy(World.SIEMENS, 10)).denialCode())
        .isEqualTo("PORTFOLIO_UNREACHABLE");
    world.portfolio.failWith(null);
    world.universe.unreachable();
    assertThat(world.execute(world.buy(World.SIEMENS, 10)).denialCode())
        .isEqualTo("UNIVERSE_UNREACHABLE");
  }

  @Test
  void theSecondOrderWaitsWhileTheBooksCannotBeTold() {
    world.deposit("30000.00");
    Trade sent = world.execute(world.buy(World.APPLE, 10));
    world.aMinute();
    world.portfolio.unreachable();
    assertThat(world.trading().reconcile(world.now()).isSuccess()).isFalse();
    assertThat(states(world.trade(sent.tradeId())))
        .containsExactly(OrderState.FILLED, OrderState.INTENDED);
    world.portfolio.failWith(null);
    world.reconcile();
    assertThat(states(world.trade(sent.tradeId())))
        .containsExactly(OrderState.FILLED, OrderState.ACCEPTED);
  }

  @Test
  void anOrderThatIsNeverMetExpiresAndReleasesItsReservation() {
    world.deposit("30000.00");
    TradeCommand plain = world.buy(World.SIEMENS, 10);
    TradeCommand limited =
        new TradeCommand(
            plain.commandId(),
            plain.isin(),
            plain.side(),
            plain.quantity(),
            Price.of("49", QuoteUnit.of("EUR")),
            plain.estimatedPrice(),
            "",
            "",
            0);
    Trade sent = world.execute(limited);
    assertThat(world.exposure().orders().getFirst().reservedCash()).isEqualTo(eur("492.98"));
    world.aMinute().reconcile();
    assertThat(world.trade(sent.tradeId()).state()).isEqualTo(OrderState.ACCEPTED);
    world.clock.advance(Duration.ofDays(6));
    world.reconcile();
    assertThat(world.trade(sent.tradeId()).state()).isEqualTo(OrderState.EXPIRED);
    assertThat(world.exposure().orders()).isEmpty();
  }

  @Test
  void aLimitThatIsMetLaterIsFilledThen() {
    world.deposit("30000.00");
    TradeCommand plain = world.buy(World.SIEMENS, 10);
    Trade sent =
        world.execute(
            new TradeCommand(
                plain.commandId(),
                plain.isin(),
                plain.side(),
                plain.quantity(),
                Price.of("49", QuoteUnit.of("EUR")),
                plain.estimatedPrice(),
                "",
                "",
                0));
    world.aMinute().reconcile();
    world.clock.advance(Duration.ofHours(1));
    world.quotes(world.clock.now(), "100", "195.34", "48").reconcile();
    assertThat(world.trade(sent.tradeId()).legs().getFirst().averagePrice())
        .isEqualTo(Price.of("48.024", QuoteUnit.of("EUR")));
  }

  @Test
  void cancellingReleasesWhatIsOpenAndIsIdempotent() {
    world.deposit("30000.00");
    Trade sent = world.execute(world.buy(World.APPLE, 10));
    CancelCommand cancel = new CancelCommand(CommandId.of("cancel"), sent.tradeId());
    Trade cancelled = world.trading().cancelTrade(world.now(), cancel).orElseThrow();
    assertThat(states(cancelled)).containsExactly(OrderState.CANCELLED, OrderState.CANCELLED);
    assertThat(world.exposure().orders()).isEmpty();
    assertThat(world.trading().cancelTrade(world.now(), cancel).orElseThrow()).isEqualTo(cancelled);
    world.aMinute().reconcile();
    assertThat(world.cash(Currency.EUR)).isEqualTo(eur("30000.00"));
  }

  @Test
  void whatWasExecutedBeforeItsCancellationStays() {
    world.deposit("30000.00");
    Trade sent = world.execute(world.buy(World.SIEMENS, 10));
    world.aMinute();
    CancelCommand cancel = new CancelCommand(CommandId.of("cancel"), sent.tradeId());
    Trade late = world.trading().cancelTrade(world.now(), cancel).orElseThrow();
    assertThat(late.state()).isEqualTo(OrderState.FILLED);
    assertThat(world.held(World.SIEMENS)).isEqualTo(Quantity.of(10));
  }

  @Test
  void whatIsSoldMustBeHeld() {
    world.deposit("30000.00");
    assertThat(world.execute(world.sell(World.SIEMENS, 1)).denialCode()).isEqualTo("HELD_QUANTITY");
    world.execute(world.buy(World.SIEMENS, 10));
    world.aMinute().reconcile();
    Trade sold = world.execute(world.sell(World.SIEMENS, 5));
    world.aMinute().reconcile();
    assertThat(world.trade(sold.tradeId()).state()).isEqualTo(OrderState.FILLED);
    assertThat(world.held(World.SIEMENS)).isEqualTo(Quantity.of(5));
    assertThat(world.reconcile().differences()).isEmpty();
  }

  @Test
  void moreThanIsFreeIsNotPaidOut() {
    world.deposit("1000.00");
    world.execute(world.buy(World.SIEMENS, 10));
    PaperCashFlow tooMuch = new PaperCashFlow(world.nextCommand(), eur("-500.00"));
    assertThat(world.trading().paperCashFlow(world.now(), tooMuch).problemOrThrow().code())
        .isEqualTo("NOT_ENOUGH_CASH");
    PaperCashFlow some = new PaperCashFlow(world.nextCommand(), eur("-400.00"));
    assertThat(world.trading().paperCashFlow(world.now(), some).isSuccess()).isTrue();
    assertThat(world.trading().paperCashFlow(world.now(), some).isSuccess()).isTrue();
    assertThat(world.cash(Currency.EUR)).isEqualTo(eur("600.00"));
  }

  @Test
  void aDepositGivenAgainWithAnotherAmountIsRefused() {
    world.deposit("30000.00");
    PaperCashFlow other = new PaperCashFlow(CommandId.of("cmd-1"), eur("1.00"));
    assertThat(world.trading().paperCashFlow(world.now(), other).problemOrThrow().code())
        .isEqualTo("COMMAND_REUSED");
    PaperCashFlow nothing = new PaperCashFlow(CommandId.of("cmd-9"), eur("0.00"));
    assertThat(world.trading().paperCashFlow(world.now(), nothing).problemOrThrow().code())
        .isEqualTo("INVALID_ARGUMENT");
  }

  @Test
  void validatingSaysWhatWouldHappenAndChangesNothing() {
    world.deposit("30000.00");
    TradeValidation passing =
        world.trading().validateTrade(world.now(), world.buy(World.SIEMENS, 10)).orElseThrow();
    assertThat(passing.findings()).isEmpty();
    assertThat(passing.estimatedCash()).isEqualTo(eur("503.26"));
    TradeValidation refused =
        world.trading().validateTrade(world.now(), world.sell(World.SIEMENS, 10)).orElseThrow();
    assertThat(refused.findings()).extracting(Finding::code).containsExactly("HELD_QUANTITY");
    assertThat(world.trades()).isEmpty();
  }

  private static List<OrderState> states(Trade trade) {
    return trade.legs().stream().map(OrderLeg::state).toList();
  }

  private static Money eur(String amount) {
    return Money.of(amount, Currency.EUR);
  }
}
