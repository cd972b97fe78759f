package dev.arduinotrader.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.Laws;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FxRateTest {
  private static final Instant MONDAY = Instant.parse("2023-05-22T15:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2023-05-23T15:00:00Z");
  private static final Currency YEN = Currency.of("JPY");

  @Test
  void saysWhichWayItGoes() {
    FxRate rate = rate(Currency.EUR, Currency.USD, "1.25");
    assertThat(rate.convert(Money.of("100", Currency.EUR), RoundingMode.HALF_EVEN))
        .hasToString("125.00 USD");
    assertThat(rate.convert(Money.of("100", Currency.USD), RoundingMode.HALF_EVEN))
        .hasToString("80.00 EUR");
    assertThat(rate).hasToString("EUR/USD 1.25");
  }

  @Test
  void usesTheDigitsOfTheCurrencyItGoesTo() {
    FxRate rate = rate(Currency.EUR, YEN, "150.5");
    assertThat(rate.convert(Money.of("0.01", Currency.EUR), RoundingMode.HALF_EVEN))
        .hasToString("2 JPY");
    assertThat(rate.convert(Money.of("1", YEN), RoundingMode.CEILING)).hasToString("0.01 EUR");
  }

  @Test
  void refusesMoneyOfNeitherSide() {
    assertThatThrownBy(
            () ->
                rate(Currency.EUR, Currency.USD, "1.25")
                    .convert(Money.of("1", Currency.GBP), RoundingMode.HALF_EVEN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot convert 1.00 GBP with a rate of EUR/USD");
  }

  @Test
  void refusesRatesThatCannotBe() {
    assertThatThrownBy(() -> rate(Currency.EUR, Currency.USD, "0"))
        .hasMessage("expected a rate above zero for EUR/USD, found 0");
    assertThatThrownBy(() -> rate(Currency.EUR, Currency.USD, "-1"))
        .hasMessageContaining("above zero");
    assertThatThrownBy(() -> rate(Currency.EUR, Currency.EUR, "1.01"))
        .hasMessage("expected 1 for EUR/EUR, found 1.01");
  }

  @Test
  void aRateOfACurrencyToItselfChangesNothing() {
    Money money = Money.of("12.34", Currency.EUR);
    FxRate identity = FxRate.identity(Currency.EUR, MONDAY);
    assertThat(identity.convert(money, RoundingMode.UNNECESSARY)).isEqualTo(money);
  }

  @Test
  void roundsOnceWhenItDivides() {
    // 1 / rate lies above 0.005 by less than 34 digits show: rounded twice it would be 0.00.
    FxRate rate = rate(Currency.EUR, Currency.USD, "199.9999999999999999999999999999999999999999");
    assertThat(rate.convert(Money.of("1", Currency.USD), RoundingMode.HALF_EVEN))
        .hasToString("0.01 EUR");
  }

  @Test
  void thereAndBackLosesLessThanTheRoundingOfTheFirstStep() {
    Laws.hold(
        random -> {
          FxRate rate = randomRate(Currency.EUR, Currency.USD, random);
          Money start = Values.money(Currency.EUR, random);
          Money there = rate.convert(start, RoundingMode.HALF_EVEN);
          Money back = rate.convert(there, RoundingMode.HALF_EVEN);
          // Half a cent there, seen from here, and half a cent here.
          BigDecimal bound =
              new BigDecimal("0.005")
                  .divide(rate.rate(), 10, RoundingMode.CEILING)
                  .add(new BigDecimal("0.005"));
          assertThat(back.minus(start).amount().abs()).isLessThanOrEqualTo(bound);
        });
  }

  @Test
  void theInverseConvertsAlike() {
    Laws.hold(
        random -> {
          FxRate rate = randomRate(Currency.EUR, Currency.USD, random);
          Money money = Values.money(Currency.EUR, random);
          Money direct = rate.convert(money, RoundingMode.HALF_EVEN);
          Money inverse = rate.inverse().convert(money, RoundingMode.HALF_EVEN);
          assertThat(direct.minus(inverse).amount().abs())
              .isLessThanOrEqualTo(new BigDecimal("0.01"));
          assertThat(rate.inverse().base()).isEqualTo(rate.quote());
          assertThat(rate.inverse().knownAt()).isEqualTo(rate.knownAt());
        });
  }

  @Test
  void chainsThroughACommonCurrency() {
    FxRate first = new FxRate(Currency.GBP, Currency.EUR, new BigDecimal("1.2"), TUESDAY, "ECB");
    FxRate second = new FxRate(Currency.EUR, Currency.USD, new BigDecimal("1.5"), MONDAY, "bank");
    FxRate chain = first.then(second);
    assertThat(chain)
        .isEqualTo(
            new FxRate(Currency.GBP, Currency.USD, new BigDecimal("1.8"), MONDAY, "ECB+bank"));
    assertThat(first.then(first.inverse()).rate()).isEqualByComparingTo("1");
  }

  @Test
  void refusesToChainWhatDoesNotMeet() {
    FxRate rate = rate(Currency.EUR, Currency.USD, "1.5");
    assertThatThrownBy(() -> rate.then(rate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot chain EUR/USD 1.5 and EUR/USD 1.5");
  }

  @Test
  void aChainIsAsOldAsItsOldestPart() {
    Laws.hold(
        random -> {
          Instant firstKnown = MONDAY.plusSeconds(random.nextInt(1_000_000));
          Instant secondKnown = MONDAY.plusSeconds(random.nextInt(1_000_000));
          FxRate chain =
              new FxRate(Currency.GBP, Currency.EUR, Values.positive(9, random), firstKnown, "a")
                  .then(
                      new FxRate(Currency.EUR, YEN, Values.positive(9, random), secondKnown, "a"));
          Instant now = MONDAY.plusSeconds(2_000_000);
          Duration older =
              Duration.between(firstKnown.isBefore(secondKnown) ? firstKnown : secondKnown, now);
          assertThat(chain.age(now)).isEqualTo(older);
          assertThat(chain.source()).isEqualTo("a");
        });
  }

  @Test
  void isEqualWhateverZerosFollow() {
    assertThat(rate(Currency.EUR, Currency.USD, "1.10"))
        .isEqualTo(rate(Currency.EUR, Currency.USD, "1.1"));
  }

  private static FxRate rate(Currency base, Currency quote, String rate) {
    return new FxRate(base, quote, new BigDecimal(rate), MONDAY, "ECB");
  }

  private static FxRate randomRate(Currency base, Currency quote, Random random) {
    BigDecimal rate = BigDecimal.valueOf(1 + random.nextInt(3_000_000), 5);
    return new FxRate(base, quote, rate, MONDAY, "ECB");
  }
}
