package dev.arduinotrader.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuoteUnitTest {
  @Test
  void countsPartsOfACurrencyInHundredths() {
    Map<String, String> parts = Map.of("GBX", "GBP", "ZAC", "ZAR", "ILA", "ILS");
    parts.forEach(
        (code, currency) -> {
          QuoteUnit unit = QuoteUnit.of(code);
          assertThat(unit.currency()).isEqualTo(Currency.of(currency));
          assertThat(unit.toCurrency(new BigDecimal("123.45"))).isEqualByComparingTo("1.2345");
          assertThat(unit).hasToString(code);
        });
  }

  @Test
  void leavesWholeCurrenciesAsTheyAre() {
    QuoteUnit unit = QuoteUnit.of("EUR");
    assertThat(unit).isEqualTo(QuoteUnit.of(Currency.EUR));
    assertThat(unit.toCurrency(new BigDecimal("123.45"))).isEqualByComparingTo("123.45");
  }

  @Test
  void refusesWhatIsNeitherAndSaysWhatPenceAreCalled() {
    assertThatThrownBy(() -> QuoteUnit.of("GBp"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found 'GBp'")
        .hasMessageEndingWith("\nMaybe GBX was meant, a hundredth of GBP.");
    assertThatThrownBy(() -> QuoteUnit.of("PENCE")).hasMessageContaining("found 'PENCE'");
    assertThatThrownBy(() -> new QuoteUnit("GBX", Currency.GBP, 10))
        .hasMessage("expected 1 or 100 units per currency, found 10");
  }
}
