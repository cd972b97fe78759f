package dev.arduinotrader.trading.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.trading.OrderState;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an order holds follows from its state and from what is still open of it. */
class ReservationTest {
  private static final Money COST = Facts.eur("100.00");

  @ParameterizedTest
  @EnumSource(OrderState.class)
  void aPurchaseHoldsItsOpenShareUntilItIsOver(OrderState state) {
    Money reserved = moved(Side.BUY, COST, state).progress().reserved();
    if (state == OrderState.INTENDED) {
      assertThat(reserved).isEqualTo(COST);
    } else if (state.isTerminal()) {
      assertThat(reserved).isNull();
    } else {
      assertThat(reserved).isEqualTo(Facts.eur("70.00"));
    }
  }

  @ParameterizedTest
  @EnumSource(OrderState.class)
  void aSaleHoldsNoCash(OrderState state) {
    assertThat(moved(Side.SELL, null, state).progress().reserved()).isNull();
  }

  @ParameterizedTest
  @EnumSource(OrderState.class)
  void anOverfilledOrderHoldsNothingMore(OrderState state) {
    Order order = order(Side.BUY, COST).moved(state, BigDecimal.valueOf(12), Facts.NOW, "");
    assertThat(order.remaining()).isZero();
  }

  private static Order moved(Side side, @Nullable Money cost, OrderState state) {
    BigDecimal done = state == OrderState.INTENDED ? BigDecimal.ZERO : BigDecimal.valueOf(3);
    return order(side, cost).moved(state, done, Facts.NOW, "");
  }

  private static Order order(Side side, @Nullable Money cost) {
    return new Order(
        new OrderName("trade-1", 1, ClientOrderId.of("at-1"), 1),
        new SecurityTerms(Facts.APPLE, "AAPL", side, Quantity.of(10), Facts.usd("100")),
        cost,
        OrderProgress.intended(cost, Facts.NOW));
  }
}
