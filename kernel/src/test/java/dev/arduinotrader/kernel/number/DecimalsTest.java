package dev.arduinotrader.kernel.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.Laws;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecimalsTest {
  @Test
  void readsWhatTheTextSays() {
    Laws.hold(
        random -> {
          BigDecimal number =
              new BigDecimal(new BigInteger(100, random), random.nextInt(30)).negate();
          assertThat(Decimals.parse(number.toPlainString())).isEqualTo(number);
        });
  }

  @Test
  void namesWhatIsNoNumber() {
    for (String text : List.of("", " 1", "1,5", "abc", "NaN", "0x10", "1e")) {
      assertThatThrownBy(() -> Decimals.parse(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected a decimal number such as 1234.56")
          .hasMessageEndingWith("found '" + text + "'");
    }
  }

  @Test
  void refusesShortTextsOfHugeNumbers() {
    for (String text : List.of("1e999999999", "1e-999999999", "0e999999999", "1e41", "1e-41")) {
      assertThatThrownBy(() -> Decimals.parse(text)).hasMessageContaining("at most 40 digits");
    }
    assertThat(Decimals.parse("1e39")).isEqualByComparingTo(BigDecimal.TEN.pow(39));
    assertThat(Decimals.parse("1e-40").signum()).isPositive();
  }

  @Test
  void showsOnlyTheBeginningOfALongText() {
    assertThatThrownBy(() -> Decimals.parse("9".repeat(10_000))).hasMessageEndingWith("999...'");
  }
}
