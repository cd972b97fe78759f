package dev.arduinotrader.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.Laws;
import dev.arduinotrader.kernel.market.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceTest {
  private static final QuoteUnit PENCE = QuoteUnit.of("GBX");
  private static final QuoteUnit DOLLARS = QuoteUnit.of("USD");

  @Test
  void turnsPenceIntoPoundsBeforeItRounds() {
    assertThat(Price.of("1234.5", PENCE).times(Quantity.of(3))).hasToString("37.04 GBP");
    assertThat(Price.of("0.5", PENCE).times(Quantity.of(1))).hasToString("0.00 GBP");
    assertThat(Price.of("1.5", PENCE).times(Quantity.of(1))).hasToString("0.02 GBP");
    assertThat(Price.of("0.3", PENCE).times(Quantity.of(100))).hasToString("0.30 GBP");
    assertThat(Price.of("1234.5", PENCE).inCurrency()).isEqualByComparingTo("12.345");
    assertThat(Price.of("1234.5", PENCE).currency()).isEqualTo(Currency.GBP);
  }

  @Test
  void roundsHalvesToTheEvenCent() {
    assertThat(Price.of("0.125", DOLLARS).times(Quantity.of(1))).hasToString("0.12 USD");
    assertThat(Price.of("0.375", DOLLARS).times(Quantity.of(1))).hasToString("0.38 USD");
    assertThat(Price.of("100", QuoteUnit.of("JPY")).times(Quantity.of("0.005")))
        .hasToString("0 JPY");
    assertThat(Price.of("1.0005", QuoteUnit.of("KWD")).times(Quantity.of(1)))
        .hasToString("1.000 KWD");
  }

  @Test
  void estimatesErrToTheSideTheyName() {
    Price price = Price.of("0.101", DOLLARS);
    assertThat(price.times(Quantity.of(1), RoundingMode.CEILING)).hasToString("0.11 USD");
    assertThat(price.times(Quantity.of(1), RoundingMode.FLOOR)).hasToString("0.10 USD");
  }

  @Test
  void refusesPricesThatAreNotAboveZero() {
    for (String value : List.of("0", "0.00", "-1")) {
      assertThatThrownBy(() -> Price.of(value, PENCE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("expected a price above zero, found " + value + " GBX");
    }
  }

  @Test
  void isEqualWhateverZerosFollow() {
    assertThat(Price.of("100.00", PENCE)).isEqualTo(Price.of("1e2", PENCE)).hasToString("100 GBX");
    assertThat(Price.of("100", PENCE)).isNotEqualTo(Price.of("100", QuoteUnit.of("GBP")));
  }

  @Test
  void differsFromTheExactProductByHalfAMinorUnitAtMost() {
    Laws.hold(
        random -> {
          QuoteUnit unit = random.nextBoolean() ? PENCE : QuoteUnit.of(Values.currency(random));
          Price price = new Price(Values.positive(8, random), unit);
          Quantity quantity = Values.quantity(random);
          BigDecimal exact =
              price
                  .value()
                  .multiply(quantity.value())
                  .divide(BigDecimal.valueOf(unit.unitsPerCurrency()));
          BigDecimal error = price.times(quantity).amount().subtract(exact).abs();
          assertThat(error.movePointRight(unit.currency().minorDigits()))
              .isLessThanOrEqualTo(new BigDecimal("0.5"));
        });
  }

  @Test
  void sellingUndoesBuyingToTheCent() {
    Laws.hold(
        random -> {
          Price price = new Price(Values.positive(8, random), PENCE);
          Quantity quantity = Values.quantity(random);
          assertThat(price.times(quantity).plus(price.times(quantity.negated())).isZero()).isTrue();
        });
  }
}
