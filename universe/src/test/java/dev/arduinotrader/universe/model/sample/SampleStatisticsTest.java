package dev.arduinotrader.universe.model.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.universe.Security;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a portfolio theorist would check first, on several seeds. */
final class SampleStatisticsTest {
  private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

  @ParameterizedTest
  @ValueSource(longs = {SampleMarket.DEFAULT_SEED, 1, -7})
  void movesEverySecurityWithPlausibleVolatilityAndFatTails(long seed) {
    SampleMarket market = SampleMarket.of(seed);
    for (SampleListing listing : SampleListings.all()) {
      double[] returns = returns(market, listing.security());
      double volatility = Math.sqrt(SampleCloses.moment(returns, 2) * Weekdays.PER_YEAR);
      assertThat(volatility / listing.volatility()).isBetween(0.8, 1.2);
      assertThat(volatility).isBetween(0.10, 0.52);
      assertThat(SampleCloses.kurtosis(returns)).isGreaterThan(3);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {SampleMarket.DEFAULT_SEED, 1, -7})
  void correlatesMoreWithinAnIndustryOrCountryThanAcross(long seed) {
    SampleMarket market = SampleMarket.of(seed);
    List<SampleListing> listings = SampleListings.all();
    List<double[]> returns = listings.stream().map(l -> returns(market, l.security())).toList();
    List<Double> sameIndustry = new ArrayList<>();
    List<Double> sameCountry = new ArrayList<>();
    List<Double> neither = new ArrayList<>();
    for (int i = 0; i < returns.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean industry = listings.get(i).industry().equals(listings.get(j).industry());
        boolean country = listings.get(i).country().equals(listings.get(j).country());
        double correlation = SampleCloses.correlation(returns.get(i), returns.get(j));
        if (industry) {
          sameIndustry.add(correlation);
        } else if (country) {
          sameCountry.add(correlation);
        } else {
          neither.add(correlation);
        }
      }
    }
    assertThat(mean(neither)).isBetween(0.20, 0.45);
    assertThat(mean(sameIndustry)).isGreaterThan(mean(neither) + 0.1);
    assertThat(mean(sameCountry)).isGreaterThan(mean(neither) + 0.04);
  }

  @ParameterizedTest
  @ValueSource(longs = {SampleMarket.DEFAULT_SEED, 1, -7})
  void neverLeavesASaneRangeOverAllItsDecades(long seed) {
    SampleMarket market = SampleMarket.of(seed);
    for (SampleListing listing : SampleListings.all()) {
      double[] closes =
          SampleCloses.bars(market, listing.security(), SampleMarket.LAST_DATE).closes();
      assertThat(Arrays.stream(closes).min().orElseThrow() / listing.startPrice())
          .isGreaterThan(0.03);
      assertThat(Arrays.stream(closes).max().orElseThrow() / listing.startPrice()).isLessThan(150);
    }
  }

  private static double[] returns(SampleMarket market, Security security) {
    return SampleCloses.logReturns(SampleCloses.bars(market, security, LAST).closes());
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
