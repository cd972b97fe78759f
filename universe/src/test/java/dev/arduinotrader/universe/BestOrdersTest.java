package dev.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class BestOrdersTest {
  private static BestOrders orders(String bid, String ask) {
    return new BestOrders(new BigDecimal(bid), new BigDecimal(ask));
  }

  @Test
  void measuresTheDistanceAgainstTheMiddle() {
    assertThat(orders("99", "101").spreadFraction()).hasValue(new BigDecimal("0.02"));
    assertThat(orders("101", "99").spreadFraction().orElseThrow()).isNegative();
  }

  @Test
  void measuresNothingWhenASideIsMissing() {
    BestOrders half = new BestOrders(BigDecimal.ONE, null);
    assertThat(half.isTold()).isTrue();
    assertThat(half.spreadFraction()).isEmpty();
    assertThat(BestOrders.UNTOLD.isTold()).isFalse();
  }

  @Test
  void takesZeroForNoOrder() {
    assertThatThrownBy(() -> orders("0", "1")).hasMessageContaining("bid above zero, found 0");
  }
}
