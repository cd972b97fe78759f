package dev.arduinotrader.portfolio;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.buy;
import static dev.arduinotrader.portfolio.MovementsOf.deposit;
import static dev.arduinotrader.portfolio.MovementsOf.money;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.universe.FakeUniverse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FakePortfolioTest {
  private static final Instant DECISION = Instant.parse("2023-05-26T22:00:00Z");
  private static final CallContext NOW = Contexts.at(DECISION);

  private final FakePortfolio portfolio =
      new FakePortfolio()
          .with(FakeUniverse.stock(APPLE.value(), "AAPL", "USD"))
          .price(APPLE, "175.43", DECISION)
          .rate(Currency.USD, "1.0751")
          .cash("1000", Currency.EUR)
          .holding(APPLE, "10", Price.of("172.99", QuoteUnit.of("USD")), DECISION);

  @Test
  void hasWhatItWasGiven() {
    assertThat(portfolio.getCashBalance(NOW, OpenExposure.NONE).orElseThrow().balances())
        .extracting(CashBalance::settled)
        .containsExactly(money("1000", "EUR"));
    Position position = portfolio.getPosition(NOW, APPLE).orElseThrow();
    assertThat(position.quantity()).isEqualTo(Quantity.of(10));
    assertThat(position.value()).isEqualTo(money("1754.30", "USD"));
    assertThat(position.firstBoughtAt()).isEqualTo(DECISION);
  }

  @Test
  void booksInOrderAndOnce() {
    Booking first = new Booking(1, List.of(deposit(1, "500", "USD")));
    portfolio.bookExecutions(NOW, first).orElseThrow();
    portfolio.bookExecutions(NOW, first).orElseThrow();
    assertThat(
            portfolio
                .bookExecutions(NOW, new Booking(1, List.of(deposit(3, "500", "USD"))))
                .problemOrThrow()
                .code())
        .isEqualTo("SEQUENCE_GAP");
    BookingReceipt receipt =
        portfolio
            .bookExecutions(NOW, new Booking(2, List.of(buy(2, APPLE, "1", "170", "USD", "1.00"))))
            .orElseThrow();
    assertThat(receipt.bookedSequence()).isEqualTo(2);
    assertThat(portfolio.booked()).hasSize(2);
    assertThat(portfolio.bookings()).hasSize(4);
    assertThat(portfolio.bookExecutions(NOW, first).problemOrThrow().code())
        .isEqualTo("EPOCH_OUTDATED");
    assertThat(portfolio.getPosition(NOW, APPLE).orElseThrow().quantity())
        .isEqualTo(Quantity.of(11));
    assertThat(portfolio.getSnapshot(NOW, new OpenExposure(3, List.of())).problemOrThrow().code())
        .isEqualTo("BOOKS_BEHIND");
  }
}
