package dev.arduinotrader.brokers.tradernet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.brokers.wire.HttpWire;
import dev.arduinotrader.brokers.wire.PacedWire;
import dev.arduinotrader.brokers.wire.TokenBucket;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.testkit.MovedPauses;
import dev.arduinotrader.testkit.ScriptedHttpServer.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders and accounts over real HTTP: every command with every fault (T5, T51, T54). */
class TradernetOrdersTest {
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  private final MovedClock clock = new MovedClock(START);
  private final FakeTradernet fake =
      new FakeTradernet(clock)
          .listing("AAPL.US", "US0378331005", "USD")
          .cash("EUR", "1200.50")
          .cash("USD", "-3.10");
  private final HttpWire http = new HttpWire();
  private final TradernetClient client =
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
  private final TradernetOrders orders = new TradernetOrders(client);
  private final TradernetAccount account = new TradernetAccount(client);

  @AfterEach
  void close() {
    http.close();
    fake.close();
  }

  private static TradernetNewOrder order(int number) {
    return new TradernetNewOrder(
        "AAPL.US",
        Side.BUY,
        5,
        new BigDecimal("270.94"),
        TradernetNewOrder.Expiration.GOOD_TILL_CANCELLED,
        number);
  }

  private TradernetSent place(int number) {
    return orders.place(order(number), Deadline.after(Duration.ofSeconds(20)));
  }

  @Test
  void placesAnOrderThatListsSayAgainWithOurNumber() {
    assertThat(place(7)).isInstanceOf(TradernetSent.Taken.class);
    TradernetOrder listed = orders.current(true).orElseThrow().getFirst();
    assertThat(listed.userOrderId()).isEqualTo(7);
    assertThat(listed.orderId()).isEqualTo(fake.orderId(0));
    assertThat(listed.side()).isEqualTo(Side.BUY);
    assertThat(listed.quantity()).isEqualByComparingTo("5");
    assertThat(listed.placedAt()).isEqualTo(START);
  }

  @Test
  void neverAsksForMarginOrAShortSale() {
    TradernetNewOrder sale =
        new TradernetNewOrder("AAPL.US", Side.SELL, 5, null, TradernetNewOrder.Expiration.DAY, 3);
    assertThat(sale.parameters())
        .containsEntry("action_id", 3)
        .containsEntry("order_type_id", 1)
        .containsEntry("expiration_id", 1)
        .doesNotContainKey("limit_price");
    assertThat(order(1).parameters()).containsEntry("action_id", 1);
  }

  @Test
  void sendsAnOrderOnceWhateverHappensAndKnowsThatItMayHaveArrived() {
    List<Answer> faults =
        List.of(
            new Answer.Full(429, "slow down"),
            new Answer.Full(502, "<html>bad gateway</html>"),
            new Answer.Full(403, "<html>blocked</html>"),
            new Answer.Full(200, ""),
            new Answer.Full(200, "{}"),
            new Answer.Full(200, "{\"error\":\"service unavailable\",\"code\":14}"),
            new Answer.Half("{\"order"),
            new Answer.Hang());
    for (int i = 0; i < faults.size(); i++) {
      clock.advance(Duration.ofMinutes(2));
      fake.fault("putTradeOrder", faults.get(i), true);
      assertThat(place(i + 1))
          .as(faults.get(i).toString())
          .isInstanceOf(TradernetSent.Unclear.class);
      assertThat(fake.orderCount()).isEqualTo(i + 1);
    }
  }

  @Test
  void takesOnlyTheBrokersOwnWordsForARefusal() {
    fake.fault(
        "putTradeOrder",
        new Answer.Full(200, "{\"error\":\"Insufficient funds\",\"code\":0}"),
        false);
    assertThat(place(1).toString()).contains("Refused", "Insufficient funds");
    fake.fault("putTradeOrder", new Answer.Full(200, "{\"error\":\"odd\",\"order_id\":12}"), true);
    assertThat(place(2)).isInstanceOf(TradernetSent.Unclear.class);
    fake.fault("putTradeOrder", new Answer.Full(400, "no"), true);
    assertThat(place(3)).isInstanceOf(TradernetSent.Unclear.class);
  }

  @Test
  void readsNoFaultAsAnEmptyList() {
    Map<String, Supplier<Result<?>>> reads =
        Map.of(
            "getNotifyOrderJson", () -> orders.current(true),
            "getOrdersHistory", () -> orders.history(START, START),
            "getTradesHistory", () -> orders.fills(START, START),
            "getPositionJson", account::portfolio,
            "getUserCashFlows", () -> account.cashFlows(LocalDate.EPOCH),
            "GetAllUserTexInfo", account::user);
    List<String> bodies =
        List.of(
            "{\"errMsg\":\"Bad parameters\",\"code\":2}",
            "{\"error\":\"no\",\"code\":0}",
            "<html>Just a moment...</html>",
            "",
            "{}",
            "{\"result\":{}}",
            "{\"took\":1}");
    reads.forEach(
        (command, read) -> {
          for (String body : bodies) {
            fake.fault(command, new Answer.Full(200, body), false);
            assertThat(read.get().isSuccess()).as(command + " " + body).isFalse();
          }
          assertThat(read.get().isSuccess()).as(command + " without a fault").isTrue();
        });
  }

  @Test
  void readsAgainAfterTheRestThatALimitAsksForAndSignsAnew() {
    fake.fault("getPositionJson", new Answer.Full(429, "slow down"), false);
    assertThat(account.portfolio().isSuccess()).isTrue();
    assertThat(clock.now()).isAfterOrEqualTo(START.plusSeconds(60));
  }

  @Test
  void readsCashThatIsNegativeAndNoRowWithoutItsNumber() {
    TradernetPortfolio portfolio = account.portfolio().orElseThrow();
    assertThat(portfolio.cash())
        .extracting(TradernetPortfolio.Cash::amount)
        .containsExactly(new BigDecimal("1200.50"), new BigDecimal("-3.10"));
    for (String row : List.of("{\"curr\":\"EUR\"}", "{\"curr\":\"EUR\",\"s\":\"n/a\"}")) {
      fake.fault(
          "getPositionJson",
          new Answer.Full(200, "{\"result\":{\"ps\":{\"acc\":[" + row + "],\"pos\":[]}}}"),
          false);
      assertThat(account.portfolio().problemOrThrow().code()).isEqualTo("WIRE_MALFORMED");
    }
    fake.fault(
        "getPositionJson", new Answer.Full(200, "{\"result\":{\"ps\":{\"acc\":[]}}}"), false);
    assertThat(account.portfolio().problemOrThrow().message()).contains("found acc");
  }

  @Test
  void readsExecutionsOnceWithTheirOwnIdsAndMoscowTimes() {
    place(1);
    String id = fake.orderId(0);
    fake.fill(id, "2", "270.5");
    fake.fill(id, "3", "270,94");
    fake.repeatLastFill();
    List<TradernetFill> fills = orders.fills(START, START).orElseThrow();
    assertThat(fills).hasSize(2);
    assertThat(fills).extracting(TradernetFill::fillId).doesNotHaveDuplicates().doesNotContain(id);
    assertThat(fills.getLast().price()).isEqualByComparingTo("270.94");
    assertThat(fills.getFirst().at()).isEqualTo(START);
    assertThat(orders.current(false).orElseThrow().getFirst().status())
        .isEqualTo(TradernetOrderStatus.FILLED);
  }

  @Test
  void readsEveryStatusOfTheTableAndTakesUnknownOnesForLive() {
    assertThat(List.of(0L, 70L, 74L))
        .allMatch(code -> TradernetOrderStatus.of(code) == TradernetOrderStatus.REJECTED);
    assertThat(List.of(1L, 10L, 11L, 75L, 99L, -5L, Long.MAX_VALUE))
        .allMatch(code -> TradernetOrderStatus.of(code) == TradernetOrderStatus.LIVE);
    assertThat(List.of(12L, 20L))
        .allMatch(code -> TradernetOrderStatus.of(code) == TradernetOrderStatus.PARTLY_FILLED);
    assertThat(List.of(30L, 31L))
        .allMatch(code -> TradernetOrderStatus.of(code) == TradernetOrderStatus.CANCELLED);
    assertThat(List.of(71L, 72L))
        .allMatch(code -> TradernetOrderStatus.of(code) == TradernetOrderStatus.EXPIRED);
    assertThat(TradernetOrderStatus.of(2)).isEqualTo(TradernetOrderStatus.CANCELLING);
    assertThat(TradernetOrderStatus.of(21)).isEqualTo(TradernetOrderStatus.FILLED);
  }

  @Test
  void cancelsOnceAndTellsWhenItMayNot() {
    place(1);
    assertThat(orders.cancel(fake.orderId(0))).isInstanceOf(TradernetSent.Taken.class);
    assertThat(orders.cancel(fake.orderId(0))).isInstanceOf(TradernetSent.Refused.class);
  }

  @Test
  void readsCashFlowsToTheirLastPage() {
    for (int i = 0; i < 401; i++) {
      fake.flow("f" + i, "dividend", "2026-11-02", "1.00", "EUR");
    }
    assertThat(account.cashFlows(LocalDate.of(2026, 11, 1)).orElseThrow()).hasSize(401);
    fake.fault("getUserCashFlows", new Answer.Full(200, "{\"total\":3,\"cashflow\":[]}"), false);
    assertThat(account.cashFlows(LocalDate.of(2026, 11, 1)).problemOrThrow().message())
        .contains("found an empty page after 0");
  }

  /** T14: every ordered pair of the four currencies. */
  @Test
  void knowsTheDirectionOfEveryExchange() {
    String hkd = "HKD";
    Map<String, String> expected =
        Map.ofEntries(
            Map.entry("EUR>USD", "SELL EUR/USD"),
            Map.entry("USD>EUR", "BUY EUR/USD"),
            Map.entry("EUR>GBP", "SELL EUR/GBP"),
            Map.entry("GBP>EUR", "BUY EUR/GBP"),
            Map.entry("GBP>USD", "SELL GBP/USD"),
            Map.entry("USD>GBP", "BUY GBP/USD"),
            Map.entry("EUR>HKD", "BUY HKD/EUR"),
            Map.entry("HKD>EUR", "SELL HKD/EUR"),
            Map.entry("USD>HKD", "BUY HKD/USD"),
            Map.entry("HKD>USD", "SELL HKD/USD"),
            Map.entry("GBP>HKD", "none"),
            Map.entry("HKD>GBP", "none"));
    List<String> codes = List.of("EUR", "USD", "GBP", hkd);
    for (String sold : codes) {
      for (String bought : codes) {
        if (!sold.equals(bought)) {
          Currency target = Currency.of(bought);
          String found =
              MoneyPair.between(Currency.of(sold), target)
                  .map(pair -> pair.sideToBuy(target) + " " + pair.symbol())
                  .orElse("none");
          assertThat(found).as(sold + ">" + bought).isEqualTo(expected.get(sold + ">" + bought));
        }
      }
    }
  }
}
