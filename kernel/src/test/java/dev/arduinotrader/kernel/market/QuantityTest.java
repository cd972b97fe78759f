package dev.arduinotrader.kernel.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.Laws;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantityTest {
  @Test
  void equalNumbersAreEqualQuantities() {
    assertThat(Quantity.of("10.00")).isEqualTo(Quantity.of(10)).hasToString("10");
    assertThat(Quantity.of("0.000")).isEqualTo(Quantity.ZERO).hasToString("0");
    assertThat(Quantity.of("1e3").hashCode()).isEqualTo(Quantity.of(1000).hashCode());
  }

  @Test
  void namesTextThatIsNoNumber() {
    assertThatThrownBy(() -> Quantity.of("ten")).hasMessageContaining("found 'ten'");
  }

  @Test
  void addsExactlyAndBack() {
    Laws.hold(
        random -> {
          Quantity a = quantity(random);
          Quantity b = quantity(random);
          assertThat(a.plus(b)).isEqualTo(b.plus(a));
          assertThat(a.plus(b).minus(b)).isEqualTo(a);
          assertThat(a.minus(a)).isEqualTo(Quantity.ZERO);
          assertThat(a.negated().negated()).isEqualTo(a);
          assertThat(a.plus(a.negated()).isZero()).isTrue();
        });
  }

  @Test
  void signAndOrderAgree() {
    Laws.hold(
        random -> {
          Quantity a = quantity(random);
          Quantity b = quantity(random);
          assertThat(Integer.signum(a.compareTo(b))).isEqualTo(a.minus(b).signum());
          assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
          assertThat(a.min(b).compareTo(a)).isLessThanOrEqualTo(0);
          assertThat(a.isPositive()).isEqualTo(a.negated().isNegative());
          assertThat(Quantity.of(a.toString())).isEqualTo(a);
          assertThat(a.toDouble()).isEqualTo(a.value().doubleValue());
        });
  }

  @Test
  void aPurchaseAddsAndASaleTakesAway() {
    assertThat(Side.BUY.sign()).isEqualTo(1);
    assertThat(Side.SELL.sign()).isEqualTo(-1);
  }

  private static Quantity quantity(Random random) {
    long digits = random.nextLong() >> random.nextInt(63);
    return new Quantity(BigDecimal.valueOf(digits, random.nextInt(9)));
  }
}
