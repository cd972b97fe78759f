package dev.arduinotrader.trading.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.trading.OrderType;
import dev.arduinotrader.trading.TimeInForce;
import dev.arduinotrader.trading.broker.Broker.CancelReply;
import dev.arduinotrader.trading.broker.Broker.FindReply;
import dev.arduinotrader.trading.broker.Broker.SubmitReply;
import dev.arduinotrader.trading.broker.BrokerExecution.SecurityExecution;
import dev.arduinotrader.trading.broker.OrderReport.BrokerOrderState;
import dev.arduinotrader.trading.model.OrderTerms;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The acceptance cards, one test each. A card that a broker declares not to apply is seen not to
 * apply where its abilities can tell.
 */
public abstract class BrokerCardsContract {
  private static final ClientOrderId FIRST = ClientOrderId.of("card-1");
  private static final ClientOrderId SECOND = ClientOrderId.of("card-2");
  private static final String BEGINNING = AccountStatement.FROM_THE_BEGINNING;

  protected abstract KnownBroker known();

  /** A new broker that has seen nothing. */
  protected abstract BrokerBench open();

  @TestFactory
  Stream<DynamicTest> passesEveryCardThatApplies() {
    return Arrays.stream(BrokerCard.values())
        .filter(card -> known().excuse(card).isEmpty())
        .map(card -> DynamicTest.dynamicTest(card + " " + card.sentence(), () -> play(card)));
  }

  @TestFactory
  Stream<DynamicTest> isExcusedOnlyFromWhatItsAbilitiesLackOrAReasonExplains() {
    BrokerAbilities abilities = known().abilities();
    return Stream.of(
        excused(BrokerCard.B02, abilities.dedupesClientIds()),
        excused(BrokerCard.B16, abilities.exchangesCurrencies()),
        excused(BrokerCard.B17, abilities.orderTypes().contains(OrderType.MARKET)),
        excused(BrokerCard.B18, abilities.timesInForce().contains(TimeInForce.IOC)),
        excused(BrokerCard.B19, abilities.timesInForce().contains(TimeInForce.DAY)));
  }

  private DynamicTest excused(BrokerCard card, boolean able) {
    return DynamicTest.dynamicTest(
        card + (able ? " is passed" : " is excused"),
        () -> assertThat(known().excuse(card).isEmpty()).isEqualTo(able));
  }

  private void play(BrokerCard card) {
    try (BrokerBench bench = open()) {
      assertThat(bench.broker().abilities()).isEqualTo(known().abilities());
      new Play(bench).test(card);
    }
  }

  /** One card on a bench of its own. */
  private static final class Play {
    private final BrokerBench bench;
    private final Broker broker;

    Play(BrokerBench bench) {
      this.bench = bench;
      this.broker = bench.broker();
    }

    private void test(BrokerCard card) {
      switch (card) {
        case B01 -> assertThat(brokerOrderId(submit(FIRST, bench.purchase(10)))).isNotBlank();
        case B02 -> sameNameTwice();
        case B03 -> lostReply();
        case B04 ->
            assertThat(broker.findByClientOrderId(bench.now(), FIRST))
                .isEqualTo(new FindReply.NotThere());
        case B05 -> failedQuestion();
        case B06 -> filled();
        case B07 -> partlyFilled();
        case B08 -> cancelled();
        case B09 -> cancelledTooLate();
        case B10 -> crossed();
        case B11 -> impossible();
        case B12 -> failedStatement();
        case B13 -> onlyNews();
        case B14 ->
            assertThat(
                    broker.statement(bench.now(), "not-a-cursor\u0000of/this broker").isSuccess())
                .isFalse();
        case B15 -> moneyComesIn();
        case B16 -> exchanged();
        case B17 -> atTheMarket();
        case B18 -> atOnce();
        case B19 -> forTheDay();
        case B20 -> strangers();
        case B21 -> disconnected();
        case B22 -> fewerRequests();
      }
    }

    private void sameNameTwice() {
      submit(FIRST, bench.purchase(10));
      submit(FIRST, bench.purchase(10));
      bench.marketMoves();
      assertThat(bought(statement(BEGINNING))).isEqualTo(Quantity.of(10));
    }

    private void lostReply() {
      SubmitReply unseen = submit(FIRST, bench.purchase(10));
      assertThat(found(FIRST).brokerOrderId()).isEqualTo(brokerOrderId(unseen));
    }

    private void failedQuestion() {
      submit(FIRST, bench.purchase(10));
      bench.goesDown();
      assertThat(broker.findByClientOrderId(bench.now(), FIRST))
          .isInstanceOf(FindReply.Unclear.class);
      assertThat(broker.findByClientOrderId(bench.now(), SECOND))
          .isInstanceOf(FindReply.Unclear.class);
    }

    private void filled() {
      submit(FIRST, bench.purchase(10));
      bench.marketMoves();
      AccountStatement statement = statement(BEGINNING);
      assertThat(bought(statement)).isEqualTo(Quantity.of(10));
      assertThat(statement.executions())
          .extracting(BrokerExecution::executionId)
          .doesNotHaveDuplicates();
      assertThat(statement.executions())
          .extracting(BrokerExecution::clientOrderId)
          .containsOnly(FIRST);
      assertThat(state(statement, FIRST)).isEqualTo(BrokerOrderState.FILLED);
    }

    private void partlyFilled() {
      submit(FIRST, bench.purchase(10));
      bench.executes(FIRST, 4);
      assertThat(bought(statement(BEGINNING))).isEqualTo(Quantity.of(4));
      assertThat(found(FIRST).state()).isEqualTo(BrokerOrderState.OPEN);
      bench.executes(FIRST, 6);
      assertThat(bought(statement(BEGINNING))).isEqualTo(Quantity.of(10));
    }

    private void cancelled() {
      submit(FIRST, bench.purchase(10));
      assertThat(cancel(FIRST)).isEqualTo(BrokerOrderState.CANCELLED);
      assertThat(cancel(FIRST)).isEqualTo(BrokerOrderState.CANCELLED);
      bench.marketMoves();
      assertThat(statement(BEGINNING).executions()).isEmpty();
    }

    private void cancelledTooLate() {
      submit(FIRST, bench.purchase(10));
      bench.marketMoves();
      // Where executions are told by statements only, it may still be called open here.
      assertThat(cancel(FIRST)).isIn(BrokerOrderState.FILLED, BrokerOrderState.OPEN);
      AccountStatement statement = statement(BEGINNING);
      assertThat(state(statement, FIRST)).isEqualTo(BrokerOrderState.FILLED);
      assertThat(bought(statement)).isEqualTo(Quantity.of(10));
    }

    private void crossed() {
      submit(FIRST, bench.purchase(10));
      cancel(FIRST);
      bench.executes(FIRST, 3);
      assertThat(bought(statement(BEGINNING))).isEqualTo(Quantity.of(3));
    }

    private void impossible() {
      List<Money> before = statement(BEGINNING).cash();
      SubmitReply reply = submit(FIRST, bench.purchase(1_000_000));
      bench.marketMoves();
      AccountStatement after = statement(BEGINNING);
      if (reply instanceof SubmitReply.Rejected(String reason)) {
        assertThat(reason).isNotBlank();
      } else {
        assertThat(after.orders())
            .filteredOn(order -> order.clientOrderId().equals(FIRST))
            .allSatisfy(order -> assertThat(order.state()).isEqualTo(BrokerOrderState.REJECTED))
            .allSatisfy(order -> assertThat(order.reason()).isNotBlank())
            .isNotEmpty();
      }
      assertThat(after.cash()).isEqualTo(before);
      assertThat(after.holdings()).isEmpty();
    }

    private void failedStatement() {
      submit(FIRST, bench.purchase(10));
      bench.goesDown();
      assertThat(broker.statement(bench.now(), BEGINNING).isSuccess()).isFalse();
    }

    private void onlyNews() {
      submit(FIRST, bench.purchase(10));
      bench.marketMoves();
      AccountStatement first = statement(BEGINNING);
      assertThat(first.executions()).containsAll(statement(first.cursor()).executions());
      submit(SECOND, bench.purchase(5));
      bench.marketMoves();
      AccountStatement second = statement(first.cursor());
      assertThat(second.executions().stream().filter(e -> !first.executions().contains(e)).toList())
          .singleElement()
          .satisfies(e -> assertThat(e.clientOrderId()).isEqualTo(SECOND));
      assertThat(statement(BEGINNING).executions()).containsAll(first.executions());
      assertThat(bought(statement(BEGINNING))).isEqualTo(Quantity.of(15));
    }

    private void moneyComesIn() {
      String cursor = statement(BEGINNING).cursor();
      Money amount = statement(BEGINNING).cash().getFirst();
      bench.moneyComesIn("card-money", amount);
      assertThat(statement(cursor).movements())
          .singleElement()
          .satisfies(movement -> assertThat(movement.amount()).isEqualTo(amount))
          .satisfies(movement -> assertThat(movement.movementId()).isNotBlank());
    }

    private void exchanged() {
      OrderTerms.ExchangeTerms terms = bench.exchange();
      Money before = statement(BEGINNING).cashIn(terms.bought().currency());
      submit(FIRST, terms);
      bench.marketMoves();
      AccountStatement after = statement(BEGINNING);
      assertThat(after.cashIn(terms.bought().currency())).isEqualTo(before.plus(terms.bought()));
      assertThat(after.executions())
          .singleElement()
          .isInstanceOfSatisfying(
              BrokerExecution.ExchangeExecution.class,
              e -> assertThat(e.sold().isGreaterThan(terms.soldMax())).isFalse());
    }

    private void atTheMarket() {
      SecurityTerms terms = bench.purchase(10);
      submit(FIRST, as(terms, tiny(terms.limit()), OrderType.MARKET, TimeInForce.DAY));
      bench.marketMoves();
      assertThat(bought(statement(BEGINNING))).isEqualTo(Quantity.of(10));
    }

    private void atOnce() {
      SecurityTerms terms = bench.purchase(10);
      submit(FIRST, as(terms, tiny(terms.limit()), OrderType.LIMIT, TimeInForce.IOC));
      bench.marketMoves();
      AccountStatement statement = statement(BEGINNING);
      assertThat(state(statement, FIRST)).isEqualTo(BrokerOrderState.CANCELLED);
      assertThat(statement.executions()).isEmpty();
    }

    private void forTheDay() {
      SecurityTerms terms = bench.purchase(10);
      submit(FIRST, as(terms, tiny(terms.limit()), OrderType.LIMIT, TimeInForce.DAY));
      bench.marketMoves();
      assertThat(state(statement(BEGINNING), FIRST)).isEqualTo(BrokerOrderState.OPEN);
      bench.sessionEnds();
      assertThat(state(statement(BEGINNING), FIRST)).isEqualTo(BrokerOrderState.EXPIRED);
    }

    private void strangers() {
      submit(FIRST, bench.purchase(10));
      assertThat(broker.findByClientOrderId(bench.stranger(), FIRST))
          .isNotInstanceOf(FindReply.Found.class);
      if (broker.statement(bench.stranger(), BEGINNING)
          instanceof Result.Success<AccountStatement>(AccountStatement statement)) {
        assertThat(statement.isNews()).isFalse();
        assertThat(statement.cash()).isEmpty();
      }
    }

    private void disconnected() {
      submit(FIRST, bench.purchase(10));
      String cursor = statement(BEGINNING).cursor();
      bench.goesDown();
      assertThat(broker.statement(bench.now(), cursor).isSuccess()).isFalse();
      bench.comesBack();
      bench.marketMoves();
      assertThat(bought(statement(cursor))).isEqualTo(Quantity.of(10));
    }

    private void fewerRequests() {
      bench.wantsFewerRequests();
      assertThat(submit(FIRST, bench.purchase(10))).isInstanceOf(SubmitReply.Unclear.class);
      assertThat(broker.findByClientOrderId(bench.now(), FIRST))
          .isEqualTo(new FindReply.NotThere());
    }

    private SubmitReply submit(ClientOrderId id, OrderTerms terms) {
      int reference = id.equals(FIRST) ? 1 : 2;
      return broker.submit(bench.now(), new BrokerOrder(id, reference, terms));
    }

    private static String brokerOrderId(SubmitReply reply) {
      assertThat(reply).isInstanceOf(SubmitReply.Accepted.class);
      return ((SubmitReply.Accepted) reply).brokerOrderId();
    }

    private OrderReport found(ClientOrderId id) {
      FindReply reply = broker.findByClientOrderId(bench.now(), id);
      assertThat(reply).isInstanceOf(FindReply.Found.class);
      return ((FindReply.Found) reply).report();
    }

    private BrokerOrderState cancel(ClientOrderId id) {
      CancelReply reply = broker.cancel(bench.now(), id);
      assertThat(reply).isInstanceOf(CancelReply.Answered.class);
      return ((CancelReply.Answered) reply).report().state();
    }

    private AccountStatement statement(String cursor) {
      return broker.statement(bench.now(), cursor).orElseThrow();
    }

    private static BrokerOrderState state(AccountStatement statement, ClientOrderId id) {
      return statement.orders().stream()
          .filter(order -> order.clientOrderId().equals(id))
          .map(OrderReport::state)
          .reduce((earlier, later) -> later)
          .orElseThrow();
    }

    private static Quantity bought(AccountStatement statement) {
      return statement.executions().stream()
          .map(SecurityExecution.class::cast)
          .map(SecurityExecution::quantity)
          .reduce(Quantity.ZERO, Quantity::plus);
    }

    private static Price tiny(Price price) {
      return new Price(price.value().multiply(new BigDecimal("0.01")), price.unit());
    }

    private static SecurityTerms as(
        SecurityTerms terms, Price limit, OrderType type, TimeInForce time) {
      return new SecurityTerms(
          terms.isin(), terms.symbol(), terms.side(), terms.quantity(), limit, type, time);
    }
  }
}
