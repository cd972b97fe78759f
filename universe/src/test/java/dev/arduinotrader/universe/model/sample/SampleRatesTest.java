package dev.arduinotrader.universe.model.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.model.DatedRate;
import dev.arduinotrader.universe.model.Fixing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SampleRatesTest {
  private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

  private final SampleMarket market = SampleMarket.of(SampleMarket.DEFAULT_SEED);
  private final Random random = new Random(20261123);

  @Test
  void ratesEveryCurrencyOfTheSecuritiesAgainstTheEuro() {
    assertThat(market.currencies())
        .extracting(Currency::code)
        .containsExactly("CHF", "DKK", "GBP", "JPY", "USD");
    assertThat(market.securities())
        .allSatisfy(
            security -> {
              Currency currency = security.quoteUnit().currency();
              assertThat(currency.equals(Currency.EUR) || market.currencies().contains(currency))
                  .isTrue();
            });
  }

  @Test
  void keepsFixingsInASaneRangeWithPlausibleVolatility() {
    for (RateListing listing : RateListing.ALL) {
      Bars fixings = fixings(market, listing.currency(), SampleMarket.LAST_DATE);
      for (double rate : fixings.closes()) {
        assertThat(rate / listing.level()).isBetween(0.5, 2.0);
      }
      double[] returns = SampleCloses.logReturns(fixings.closes());
      double volatility = Math.sqrt(SampleCloses.moment(returns, 2) * Weekdays.PER_YEAR);
      assertThat(volatility / listing.volatility()).isBetween(0.85, 1.15);
    }
  }

  @Test
  void keepsTheDanishCroneAtItsPeg() {
    for (double rate : fixings(market, Currency.of("DKK"), SampleMarket.LAST_DATE).closes()) {
      assertThat(rate).isBetween(7.38, 7.53);
    }
  }

  @Test
  void neverChangesEarlierFixings() {
    for (Currency currency : market.currencies()) {
      SampleMarket other = SampleMarket.of(SampleMarket.DEFAULT_SEED);
      Bars before = fixings(other, currency, LAST.minusYears(10));
      Bars after = fixings(other, currency, LAST);
      assertThat(after.range(0, before.size())).isEqualTo(before);
      assertThat(after).isEqualTo(fixings(market, currency, LAST));
    }
  }

  @Test
  void showsTheFixingAtItsInstant() {
    for (Currency currency : market.currencies()) {
      Bars fixings = fixings(market, currency, LAST);
      for (int i = 0; i < 200; i++) {
        int index = random.nextInt(fixings.size());
        DatedRate rate = market.rateAt(currency, Fixing.at(fixings.epochDay(index))).orElseThrow();
        assertThat(rate.rate().doubleValue()).isEqualTo(fixings.closes()[index]);
      }
    }
  }

  @Test
  void movesSmoothlyRoundTheClock() {
    Instant start = Fixing.at(LAST.minusDays(4).toEpochDay());
    for (RateListing listing : RateListing.ALL) {
      double tick = Math.pow(10, -listing.digits());
      double before = rate(listing.currency(), start);
      for (int minute = 1; minute <= 7 * 24 * 60; minute++) {
        double now = rate(listing.currency(), start.plusSeconds(60L * minute));
        assertThat(Math.abs(now - before)).isLessThanOrEqualTo(0.004 * before + tick);
        before = now;
      }
    }
  }

  @Test
  void hardlyMovesOverTheWeekend() {
    Instant friday = Fixing.at(LAST.toEpochDay());
    for (Currency currency : market.currencies()) {
      double fixing = rate(currency, friday);
      for (int hour = 1; hour <= 48; hour++) {
        assertThat(rate(currency, friday.plusSeconds(3_600L * hour)) / fixing)
            .isBetween(0.9995, 1.0005);
      }
    }
  }

  @Test
  void answersOnWholeSeconds() {
    Instant instant = Instant.parse("2026-11-22T03:14:15.926Z");
    DatedRate rate = market.rateAt(Currency.USD, instant).orElseThrow();
    assertThat(rate.knownAt()).isEqualTo(Instant.parse("2026-11-22T03:14:15Z"));
    assertThat(rate.source()).isEqualTo("sample-market");
    assertThat(market.firstRateAfter(Currency.USD, rate.knownAt()).orElseThrow().knownAt())
        .isEqualTo(Instant.parse("2026-11-22T03:14:16Z"));
  }

  @Test
  void hasNoRateOfTheEuroOfOtherCurrenciesAndBeforeTheFirstFixing() {
    Instant first = Fixing.at(SampleMarket.FIRST_FIXING_DATE.toEpochDay());
    assertThat(market.rateAt(Currency.EUR, first)).isEmpty();
    assertThat(market.rateAt(Currency.of("SEK"), first)).isEmpty();
    assertThat(market.rateAt(Currency.USD, first.minusSeconds(1))).isEmpty();
    assertThat(market.firstRateAfter(Currency.USD, first.minusSeconds(1))).isPresent();
    assertThat(market.fixings(Currency.EUR, LAST)).isEmpty();
  }

  private double rate(Currency currency, Instant instant) {
    return market.rateAt(currency, instant).orElseThrow().rate().doubleValue();
  }

  private static Bars fixings(SampleMarket market, Currency currency, LocalDate last) {
    return market.fixings(currency, last).orElseThrow().bars();
  }
}
