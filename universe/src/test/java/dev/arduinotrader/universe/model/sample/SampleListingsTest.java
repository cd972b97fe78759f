package dev.arduinotrader.universe.model.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.universe.ProductType;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.model.Venue;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SampleListingsTest {
  private final List<SampleListing> listings = SampleListings.all();
  private final List<Security> securities = listings.stream().map(SampleListing::security).toList();

  @Test
  void listsSixtySecuritiesInTheOrderOfDistinctPrivateIsins() {
    assertThat(securities).hasSize(60);
    assertThat(securities).extracting(Security::isin).doesNotHaveDuplicates().isSorted();
    assertThat(securities).allMatch(security -> security.isin().isPrivate());
    assertThat(securities)
        .allSatisfy(s -> assertThat(Isin.of(s.isin().value())).isEqualTo(s.isin()));
  }

  @Test
  void labelsEverySecurityAsSimulated() {
    assertThat(securities)
        .allSatisfy(
            security -> {
              assertThat(security.simulated()).isTrue();
              assertThat(security.tradable()).isTrue();
              assertThat(security.name()).endsWith(" (simulated)");
              assertThat(security.symbol()).endsWith(".SIM");
            });
    assertThat(securities).extracting(Security::symbol).doesNotHaveDuplicates();
    assertThat(securities).extracting(Security::name).doesNotHaveDuplicates();
  }

  @Test
  void spreadsOverVenuesUnitsCountriesIndustriesAndLots() {
    assertThat(securities)
        .extracting(security -> security.quoteUnit().code())
        .contains("EUR", "USD", "GBX", "CHF", "DKK", "JPY");
    assertThat(securities)
        .extracting(Security::exchange)
        .hasSameElementsAs(SampleVenues.all().stream().map(Venue::mic).toList());
    assertThat(securities.stream().map(security -> security.lot().toString()).distinct())
        .containsExactlyInAnyOrder("1", "10", "100");
    assertThat(securities.stream().map(Security::country).distinct()).hasSizeGreaterThan(6);
    assertThat(securities.stream().map(Security::industry).distinct()).hasSizeGreaterThan(10);
    assertThat(securities).extracting(Security::productType).contains(ProductType.ETF);
  }

  @Test
  void givesEverySecurityPlausibleFigures() {
    assertThat(listings)
        .allSatisfy(
            listing -> {
              assertThat(listing.volatility()).isBetween(0.12, 0.45);
              assertThat(listing.drift()).isBetween(-0.02, 0.14);
              assertThat(listing.dividendYield()).isBetween(0.0, 0.06);
              assertThat(listing.dividendsPerYear()).isIn(0, 1, 2, 4);
              SampleListing.Shares shares = listing.shares();
              assertThat(shares.world() + shares.country() + shares.industry() + shares.own())
                  .isBetween(0.999, 1.001);
            });
  }

  @Test
  void namesVenuesWithOwnCodesAndHours() {
    assertThat(SampleVenues.all())
        .allSatisfy(
            venue -> {
              assertThat(venue.mic()).matches("X9[A-Z]{2}");
              assertThat(venue.openAt(20_000)).isBefore(venue.closeAt(20_000));
            });
    assertThat(SampleVenues.all()).extracting(Venue::zone).doesNotHaveDuplicates();
  }
}
