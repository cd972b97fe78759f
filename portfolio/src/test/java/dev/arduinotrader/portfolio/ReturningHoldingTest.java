package dev.arduinotrader.portfolio;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.at;
import static dev.arduinotrader.portfolio.MovementsOf.buy;
import static dev.arduinotrader.portfolio.MovementsOf.deposit;
import static dev.arduinotrader.portfolio.MovementsOf.money;
import static dev.arduinotrader.portfolio.MovementsOf.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.portfolio.exchange.csv.TransactionCsv;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fills told in parts and again, holdings that go and come back, and what stays of them. */
class ReturningHoldingTest extends PortfolioFixture {
  @Override
  PortfolioService reach(PortfolioService local) {
    return Ways.guarded(local);
  }

  private static BrokerMovement.Execution part(long number, String quantity, String price) {
    Price each = Price.of(price, QuoteUnit.of("USD"));
    return new BrokerMovement.Execution(
        number,
        "fill-" + number,
        at(number),
        ClientOrderId.of("one-order"),
        APPLE,
        Side.BUY,
        Quantity.of(quantity),
        each,
        each.times(Quantity.of(quantity)),
        money("0", "USD"));
  }

  @Test
  void threePartsToldAgainInEveryOverlapAreOnePurchaseAtTheWeightedPrice() {
    List<BrokerMovement> all =
        List.of(
            deposit(1, "5000", "USD"),
            part(2, "3", "100.00"),
            part(3, "5", "101.00"),
            part(4, "2", "98.50"));
    Random random = new Random(20_230_102);
    int told = 0;
    while (told < all.size()) {
      int from = random.nextInt(told + 1);
      int to = Math.min(all.size(), Math.max(from, told) + random.nextInt(2));
      service
          .bookExecutions(NOW, new Booking(1, new ArrayList<>(all.subList(from, to))))
          .orElseThrow();
      told = Math.max(told, to);
    }
    // 300 + 505 + 197 = 1,002 for 10: 100.20 each.
    Position held = service.getPosition(NOW, APPLE).orElseThrow();
    assertThat(held.quantity()).isEqualTo(Quantity.of(10));
    assertThat(held.cost()).isEqualTo(money("1002", "USD"));
    assertThat(service.verifyBooks(NOW).orElseThrow().transactions()).isEqualTo(4);
    assertThat(service.getCashBalance(NOW, OpenExposure.NONE).orElseThrow().balances())
        .extracting(CashBalance::total)
        .containsExactly(money("3998", "USD"));
  }

  private StatementComparison reconcile(int minute, String apple) {
    return service
        .reconcileStatement(
            NOW,
            new BrokerStatement(
                DECISION.plus(Duration.ofMinutes(minute)),
                2,
                List.<Money>of(money("1000", "USD")),
                apple.equals("0")
                    ? List.of()
                    : List.of(new BrokerStatement.Holding(APPLE, Quantity.of(apple)))))
        .orElseThrow();
  }

  @Test
  void aHoldingThatVanishedAndReappearsIsBackWithItsUnitsAndTheBooksEqualTheBroker() {
    book(deposit(1, "2000", "USD"), buy(2, APPLE, "10", "100", "USD", "0"));
    reconcile(0, "0");
    assertThat(reconcile(2, "0").equal()).isTrue();
    assertThat(service.getPositions(NOW).orElseThrow().positions()).isEmpty();
    assertThat(reconcile(4, "10").equal()).isFalse();
    assertThat(service.getPositions(NOW).orElseThrow().positions()).isEmpty();
    assertThat(reconcile(6, "10").equal()).isTrue();
    assertThat(service.getPosition(NOW, APPLE).orElseThrow().quantity()).isEqualTo(Quantity.of(10));
    assertThat(service.verifyBooks(NOW).orElseThrow().faults()).isEmpty();
    assertThat(reconcile(8, "10").items()).isEmpty();
  }

  @Test
  void aReadingThatChangesNothingKeepsDatesAndWishes() {
    book(deposit(1, "2000", "USD"), buy(2, APPLE, "10", "100", "USD", "0"));
    Position before = service.getPosition(NOW, APPLE).orElseThrow();
    PolicyVersion policy = service.getPolicy(NOW).orElseThrow();
    for (int minute = 0; minute < 20; minute += 2) {
      assertThat(reconcile(minute, "10").equal()).isTrue();
    }
    assertThat(service.getPosition(NOW, APPLE).orElseThrow()).isEqualTo(before);
    assertThat(before.firstBoughtAt()).isEqualTo(at(2));
    assertThat(service.getPolicy(NOW).orElseThrow()).isEqualTo(policy);
  }

  /** On the night when Athens turned its clocks; Moscow no longer does. */
  @Test
  void oneInstantWrittenInThreeCitiesIsOneAndATextThatIsNoneIsRefused() {
    String rows =
        """
        date,kind,currency,amount
        2023-03-26T01:00Z,DEPOSIT,EUR,10
        2023-03-26T04:00:00.000+03:00,DEPOSIT,EUR,10
        2023-03-26T04:00:00+03:00,DEPOSIT,EUR,10
        2023-03-26T00:59:59.999Z,DEPOSIT,EUR,10
        """;
    assertThat(TransactionCsv.read(rows).orElseThrow())
        .extracting(BrokerMovement::at)
        .containsExactly(
            Instant.parse("2023-03-26T01:00:00Z"),
            Instant.parse("2023-03-26T01:00:00Z"),
            Instant.parse("2023-03-26T01:00:00Z"),
            Instant.parse("2023-03-26T00:59:59.999Z"));
    String local = rows + "2023-03-26 04:00:00,DEPOSIT,EUR,10\n1679792400,DEPOSIT,EUR,10\n";
    assertThat(TransactionCsv.read(local).problemOrThrow().faults())
        .extracting(Fault::place)
        .containsExactly("line 6.date", "line 7.date");
  }

  @Test
  void twoTradesOfOneSecondKeepTheirOrderWhicheverArrivesFirst() {
    Instant first = Instant.parse("2023-03-26T01:00:00.250Z");
    book(
        deposit(1, "5000", "USD"),
        timed(part(2, "4", "100"), 2, "b", first.plusMillis(1), Side.SELL),
        timed(part(2, "4", "100"), 3, "a", first, Side.BUY));
    assertThat(service.getPositions(NOW).orElseThrow().positions()).isEmpty();
    assertThat(service.verifyBooks(NOW).orElseThrow().unexplained()).isEmpty();
    book(sell(4, APPLE, "1", "100", "USD", "0"));
    assertThat(service.verifyBooks(NOW).orElseThrow().unexplained()).hasSize(1);
  }

  private static BrokerMovement timed(
      BrokerMovement.Execution trade, long sequence, String id, Instant when, Side side) {
    return new BrokerMovement.Execution(
        sequence,
        id,
        when,
        trade.clientOrderId(),
        trade.isin(),
        side,
        trade.quantity(),
        trade.price(),
        trade.gross(),
        trade.commission());
  }
}
