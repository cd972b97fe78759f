package dev.arduinotrader.universe.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShownNumbersTest {
  @Test
  void showsTenDigitsHalfEven() {
    assertThat(ShownNumbers.decimal(171.6883087158203)).isEqualTo(new BigDecimal("171.6883087"));
    assertThat(ShownNumbers.decimal(1.0000000005)).isEqualTo(new BigDecimal("1.000000000"));
    assertThat(ShownNumbers.decimal(1.0000000015)).isEqualTo(new BigDecimal("1.000000002"));
  }

  @Test
  void givesBackWhatASourceWroteWithUpToTenDigits() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      BigDecimal written =
          BigDecimal.valueOf(1 + random.nextLong(9_999_999_999L), random.nextInt(9));
      assertThat(ShownNumbers.decimal(written.doubleValue())).isEqualByComparingTo(written);
    }
  }
}
