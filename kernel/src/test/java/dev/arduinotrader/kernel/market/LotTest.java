package dev.arduinotrader.kernel.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.Laws;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LotTest {
  @Test
  void dividesWholeNumbersOfItselfOnly() {
    Lot hundred = Lot.of("100");
    assertThat(hundred.divides(Quantity.of(300))).isTrue();
    assertThat(hundred.divides(Quantity.of(-300))).isTrue();
    assertThat(hundred.divides(Quantity.ZERO)).isTrue();
    assertThat(hundred.divides(Quantity.of(150))).isFalse();
    assertThat(Lot.of("0.001").divides(Quantity.of("1.2345"))).isFalse();
    assertThat(Lot.ONE.divides(Quantity.of("0.5"))).isFalse();
  }

  @Test
  void refusesSizesThatAreNotAboveZero() {
    for (String size : List.of("0", "-1", "0.0")) {
      assertThatThrownBy(() -> Lot.of(size))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("expected a lot above zero, found " + size);
    }
  }

  @Test
  void isEqualWhateverZerosFollow() {
    assertThat(Lot.of("100.0")).isEqualTo(Lot.of("1e2")).hasToString("100");
  }

  @Test
  void floorsToZeroBelowOneLot() {
    assertThat(Lot.of("100").floor(new BigDecimal("99.999"))).isEqualTo(Quantity.ZERO);
    assertThat(Lot.of("100").floor(new BigDecimal("-500"))).isEqualTo(Quantity.ZERO);
    assertThat(Lot.of("0.001").floor(new BigDecimal("1.23456"))).isEqualTo(Quantity.of("1.234"));
  }

  @Test
  void theFloorIsTheLargestWholeNumberOfLotsNotAbove() {
    Laws.hold(
        random -> {
          Lot lot = new Lot(BigDecimal.valueOf(1 + random.nextInt(1_000), random.nextInt(4)));
          BigDecimal wanted = BigDecimal.valueOf(random.nextInt(1_000_000_000), random.nextInt(7));
          Quantity floor = lot.floor(wanted);
          assertThat(lot.divides(floor)).isTrue();
          assertThat(floor.value()).isLessThanOrEqualTo(wanted);
          assertThat(floor.value().add(lot.size())).isGreaterThan(wanted);
          assertThat(lot.floor(floor.value())).isEqualTo(floor);
        });
  }
}
