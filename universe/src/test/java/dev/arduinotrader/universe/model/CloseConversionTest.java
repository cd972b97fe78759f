package dev.arduinotrader.universe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.universe.calendars.Venues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CloseConversionTest {
  private static final Instant NOW = Instant.parse("2023-12-31T00:00:00Z");
  private static final int MONDAY = (int) LocalDate.of(2023, 5, 1).toEpochDay();

  /** Fixings on Monday and Tuesday only. */
  private static final Map<Currency, double[]> FIXINGS =
      Map.of(Currency.USD, new double[] {1.10, 1.20}, Currency.GBP, new double[] {0.80, 0.85});

  private static final EuroRates RATES =
      new EuroRates() {
        @Override
        public Optional<DatedRate> latest(Currency currency, Instant now) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Optional<DatedRate> firstAfter(Currency currency, Instant after, Instant now) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Optional<BarSeries> fixings(Currency currency, Instant now) {
          return Optional.ofNullable(FIXINGS.get(currency))
              .map(
                  rates ->
                      new BarSeries(
                          PriceBasis.RAW,
                          "ECB",
                          1,
                          Bars.ofCloses(new int[] {MONDAY, MONDAY + 1}, rates)));
        }
      };

  private static Bars convert(String unit, Currency target, String venue, int firstDay, int days) {
    int[] dates = new int[days];
    double[] closes = new double[days];
    for (int i = 0; i < days; i++) {
      dates[i] = firstDay + i;
      closes[i] = 100;
    }
    return CloseConversion.between(QuoteUnit.of(unit), target, RATES, NOW)
        .orElseThrow()
        .convert(Bars.ofCloses(dates, closes), Venues.of(venue));
  }

  @Test
  void dividesPenceByAHundredAndByTheRateOfTheDay() {
    assertThat(convert("GBX", Currency.EUR, "XLON", MONDAY, 2).closes())
        .containsExactly(new double[] {1 / 0.80, 1 / 0.85}, within(1e-12));
    assertThat(convert("GBX", Currency.GBP, "XLON", MONDAY, 1).closes()).containsExactly(1);
    assertThat(convert("GBX", Currency.USD, "XLON", MONDAY, 1).closes())
        .containsExactly(new double[] {1.10 / 0.80}, within(1e-12));
  }

  @Test
  void usesTheRateOfTheDayBeforeWhereTheVenueClosesBeforeTheFixing() {
    assertThat(convert("USD", Currency.EUR, "XTKS", MONDAY, 3).epochDays())
        .containsExactly(MONDAY + 1, MONDAY + 2);
    assertThat(convert("USD", Currency.EUR, "XTKS", MONDAY + 1, 2).closes())
        .containsExactly(new double[] {100 / 1.10, 100 / 1.20}, within(1e-12));
  }

  @Test
  void usesARateForAWeekAndThenDropsTheDay() {
    assertThat(convert("USD", Currency.EUR, "XNAS", MONDAY - 1, 12).epochDays())
        .startsWith(MONDAY)
        .endsWith(MONDAY + 8)
        .hasSize(9);
  }

  @Test
  void hasNoConversionWithoutRates() {
    assertThat(CloseConversion.between(QuoteUnit.of("CHF"), Currency.EUR, RATES, NOW)).isEmpty();
    assertThat(CloseConversion.between(QuoteUnit.of("USD"), Currency.of("CHF"), RATES, NOW))
        .isEmpty();
    assertThat(CloseConversion.between(QuoteUnit.of("CHF"), Currency.of("CHF"), RATES, NOW))
        .isPresent();
  }
}
