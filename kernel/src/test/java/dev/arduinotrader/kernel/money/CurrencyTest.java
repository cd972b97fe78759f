package dev.arduinotrader.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurrencyTest {
  @Test
  void knowsTheDigitsOfEachCurrency() {
    assertThat(Currency.EUR.minorDigits()).isEqualTo(2);
    assertThat(Currency.of("JPY").minorDigits()).isZero();
    assertThat(Currency.of("KWD").minorDigits()).isEqualTo(3);
    assertThat(Currency.of("EUR")).isEqualTo(Currency.EUR).hasToString("EUR");
  }

  @Test
  void namesTheCodeThatIsNone() {
    for (String code : List.of("EURO", "E", "", "QQQ", "€")) {
      assertThatThrownBy(() -> Currency.of(code))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("expected an ISO 4217 currency code such as EUR, found '" + code + "'");
    }
  }

  @Test
  void suggestsCapitals() {
    assertThatThrownBy(() -> Currency.of("usd")).hasMessageEndingWith("\nMaybe USD was meant.");
  }

  @Test
  void neverSuggestsPoundsForPence() {
    assertThatThrownBy(() -> Currency.of("GBp")).hasMessageEndingWith("found 'GBp'");
    assertThatThrownBy(() -> Currency.of("gbx")).hasMessageEndingWith("found 'gbx'");
    assertThatThrownBy(() -> Currency.of("GBX")).hasMessageEndingWith("found 'GBX'");
  }

  @Test
  void refusesCodesWithoutDigitsSuchAsGold() {
    assertThatThrownBy(() -> Currency.of("XAU")).hasMessageContaining("found 'XAU'");
    assertThatThrownBy(() -> new Currency("eur", 2)).hasMessageContaining("found 'eur'");
    assertThatThrownBy(() -> new Currency("EUR", 5)).hasMessageContaining("0 to 4 digits");
  }

  @Test
  void sortsByCode() {
    assertThat(List.of(Currency.USD, Currency.EUR, Currency.GBP).stream().sorted())
        .containsExactly(Currency.EUR, Currency.GBP, Currency.USD);
  }
}
