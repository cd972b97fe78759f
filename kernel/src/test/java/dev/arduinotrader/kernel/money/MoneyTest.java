package dev.arduinotrader.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.Laws;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class MoneyTest {
  private static final Currency YEN = Currency.of("JPY");
  private static final Currency DINAR = Currency.of("KWD");

  @Test
  void hasExactlyTheDigitsOfItsCurrency() {
    assertThat(Money.of("30000", Currency.EUR)).hasToString("30000.00 EUR");
    assertThat(Money.of("1e2", YEN)).hasToString("100 JPY");
    assertThat(Money.of("0.1", DINAR)).hasToString("0.100 KWD");
    assertThat(Money.zero(YEN)).hasToString("0 JPY");
    assertThat(Money.of("1.500", Currency.EUR)).isEqualTo(Money.of("1.5", Currency.EUR));
  }

  @Test
  void refusesDigitsThatTheCurrencyDoesNotHave() {
    assertThatThrownBy(() -> Money.of("1.005", Currency.EUR))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected at most 2 digits for EUR, found 1.005");
    assertThatThrownBy(() -> Money.of("0.5", YEN)).hasMessageContaining("at most 0 digits for JPY");
    assertThatThrownBy(() -> Money.of("0.0001", DINAR)).hasMessageContaining("at most 3 digits");
    assertThatThrownBy(() -> new Money(BigDecimal.ONE, Currency.EUR))
        .hasMessage("expected an amount with 2 digits for EUR, found 1");
  }

  @Test
  void roundsOnlyInTheWayTheCallerNames() {
    BigDecimal half = new BigDecimal("2.345");
    assertThat(Money.rounded(half, Currency.EUR, RoundingMode.HALF_EVEN)).hasToString("2.34 EUR");
    assertThat(Money.rounded(half, Currency.EUR, RoundingMode.HALF_UP)).hasToString("2.35 EUR");
    assertThat(Money.of("0.05", Currency.EUR).times(new BigDecimal("0.5"), RoundingMode.HALF_EVEN))
        .hasToString("0.02 EUR");
  }

  @Test
  void refusesToMixTwoCurrencies() {
    Money euros = Money.of("1", Currency.EUR);
    Money dollars = Money.of("1", Currency.USD);
    assertThatThrownBy(() -> euros.plus(dollars))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot add 1.00 EUR and 1.00 USD\nMaybe convert one with an FX rate.");
    assertThatThrownBy(() -> euros.minus(dollars)).hasMessageContaining("cannot subtract");
    assertThatThrownBy(() -> euros.compareAmount(dollars)).hasMessageContaining("cannot compare");
    assertThatThrownBy(() -> euros.min(dollars)).hasMessageContaining("cannot compare");
    assertThatThrownBy(() -> euros.max(dollars)).hasMessageContaining("cannot compare");
    assertThatThrownBy(() -> euros.isLessThan(dollars)).hasMessageContaining("cannot compare");
    assertThatThrownBy(() -> euros.isGreaterThan(dollars)).hasMessageContaining("cannot compare");
  }

  @Test
  void everyPairOfCurrenciesIsRefused() {
    Laws.hold(
        random -> {
          Money left = Values.money(Values.currency(random), random);
          Money right = Values.money(Values.currencyOtherThan(left.currency(), random), random);
          assertThatThrownBy(() -> left.plus(right)).isInstanceOf(IllegalArgumentException.class);
          assertThat(left).isNotEqualTo(right);
        });
  }

  @Test
  void additionIsExactInAnyOrderAndUndone() {
    Laws.hold(
        random -> {
          Currency currency = Values.currency(random);
          Money a = Values.money(currency, random);
          Money b = Values.money(currency, random);
          Money c = Values.money(currency, random);
          assertThat(a.plus(b)).isEqualTo(b.plus(a));
          assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
          assertThat(a.plus(b).minus(b)).isEqualTo(a);
          assertThat(a.plus(Money.zero(currency))).isEqualTo(a);
          assertThat(a.plus(a.negated()).isZero()).isTrue();
          assertThat(a.plus(b).amount()).isEqualByComparingTo(a.amount().add(b.amount()));
        });
  }

  @Test
  void ordersAndSignsAgree() {
    Laws.hold(
        random -> {
          Currency currency = Values.currency(random);
          Money a = Values.money(currency, random);
          Money b = Values.money(currency, random);
          assertThat(a.isLessThan(b)).isEqualTo(b.isGreaterThan(a));
          assertThat(a.min(b).plus(a.max(b))).isEqualTo(a.plus(b));
          assertThat(Integer.signum(a.compareAmount(b))).isEqualTo(a.minus(b).signum());
          assertThat(a.isNegative()).isEqualTo(a.negated().isPositive());
          assertThat(a.abs().isNegative()).isFalse();
          assertThat(a.isZero()).isEqualTo(a.equals(Money.zero(currency)));
        });
  }

  @Test
  void textSaysTheSameMoney() {
    Laws.hold(
        random -> {
          Money money = Values.money(Values.currency(random), random);
          assertThat(Money.of(money.amount().toPlainString(), money.currency())).isEqualTo(money);
        });
  }

  @Test
  void roundingMovesAnAmountByHalfAMinorUnitAtMost() {
    Laws.hold(
        random -> {
          Currency currency = Values.currency(random);
          BigDecimal exact = Values.positive(9, random);
          Money rounded = Money.rounded(exact, currency, RoundingMode.HALF_EVEN);
          BigDecimal half = new BigDecimal("0.5").movePointLeft(currency.minorDigits());
          assertThat(rounded.amount().subtract(exact).abs()).isLessThanOrEqualTo(half);
        });
  }
}
