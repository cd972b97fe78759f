package dev.arduinotrader.universe.model.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.universe.Quote;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.model.BarField;
import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.model.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SampleQuotesTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

  private final SampleMarket market = SampleMarket.of(SampleMarket.DEFAULT_SEED);
  private final Random random = new Random(20261122);

  @Test
  void staysWithinTheBarDuringTheSessionAndTouchesBothEnds() {
    for (SampleListing listing : SampleListings.all()) {
      if (random.nextInt(6) == 0) {
        LocalDate date = weekday(random.nextInt(5_000));
        Bars day = market.bars(listing.security().isin(), date, 1).orElseThrow().bars();
        double low = column(day, BarField.LOW);
        double high = column(day, BarField.HIGH);
        long open = listing.venue().openAt(date.toEpochDay()).getEpochSecond();
        long close = listing.venue().closeAt(date.toEpochDay()).getEpochSecond();
        double lowest = high;
        double highest = low;
        for (long second = open; second <= close; second++) {
          double price = price(listing.security().isin(), Instant.ofEpochSecond(second));
          lowest = Math.min(lowest, price);
          highest = Math.max(highest, price);
        }
        assertThat(lowest).isEqualTo(low);
        assertThat(highest).isEqualTo(high);
      }
    }
  }

  @Test
  void beginsAtTheOpenAndEndsAtTheClose() {
    for (SampleListing listing : SampleListings.all()) {
      LocalDate date = weekday(random.nextInt(5_000));
      Isin isin = listing.security().isin();
      Bars day = market.bars(isin, date, 1).orElseThrow().bars();
      Venue venue = listing.venue();
      assertThat(price(isin, venue.openAt(date.toEpochDay())))
          .isEqualTo(column(day, BarField.OPEN));
      assertThat(price(isin, venue.closeAt(date.toEpochDay()))).isEqualTo(day.closes()[0]);
    }
  }

  @Test
  void movesByFewTicksFromSecondToSecond() {
    SampleListing listing = SampleListings.all().getFirst();
    long open = listing.venue().openAt(FRIDAY.toEpochDay()).getEpochSecond();
    long close = listing.venue().closeAt(FRIDAY.toEpochDay()).getEpochSecond();
    double before = price(listing.security().isin(), Instant.ofEpochSecond(open));
    double stepMax = 0;
    for (long second = open + 1; second <= close; second++) {
      double now = price(listing.security().isin(), Instant.ofEpochSecond(second));
      stepMax = Math.max(stepMax, Math.abs(now / before - 1));
      before = now;
    }
    assertThat(stepMax).isLessThan(0.002);
  }

  @Test
  void staysNearTheLastCloseWhileTheVenueIsClosed() {
    for (SampleListing listing : SampleListings.all()) {
      double close =
          market.bars(listing.security().isin(), FRIDAY, 1).orElseThrow().bars().closes()[0];
      Instant end = listing.venue().closeAt(FRIDAY.toEpochDay());
      Instant next = listing.venue().openAt(FRIDAY.plusDays(3).toEpochDay());
      for (int i = 0; i < 200; i++) {
        Instant instant =
            end.plusSeconds(random.nextInt((int) (next.getEpochSecond() - end.getEpochSecond())));
        assertThat(Math.abs(price(listing.security().isin(), instant) / close - 1))
            .isLessThanOrEqualTo(0.0004);
      }
    }
  }

  @Test
  void tellsNothingOfTheNextDayBeforeItsOpen() {
    // One market has made the next bars when it is asked, the other has not.
    market.bars(market.securities().getFirst().isin(), FRIDAY);
    for (SampleListing listing : SampleListings.all()) {
      SampleMarket young = SampleMarket.of(SampleMarket.DEFAULT_SEED);
      LocalDate day = weekday(40 + random.nextInt(100));
      Instant night = listing.venue().openAt(day.toEpochDay()).minusSeconds(1);
      assertThat(young.quoteAt(listing.security().isin(), night))
          .isEqualTo(market.quoteAt(listing.security().isin(), night));
    }
  }

  @Test
  void answersOnWholeSeconds() {
    Isin isin = market.securities().getFirst().isin();
    Instant instant = Instant.parse("2026-11-22T03:14:15.926Z");
    Quote quote = market.quoteAt(isin, instant).orElseThrow();
    assertThat(quote.at()).isEqualTo(Instant.parse("2026-11-22T03:14:15Z"));
    assertThat(quote.basis()).isEqualTo(PriceBasis.SPLIT_ADJUSTED);
    assertThat(quote.source()).isEqualTo("sample-market");
    assertThat(market.firstQuoteAfter(isin, instant))
        .isEqualTo(market.quoteAt(isin, Instant.parse("2026-11-22T03:14:16Z")));
    assertThat(market.firstQuoteAfter(isin, quote.at()).orElseThrow().at())
        .isEqualTo(Instant.parse("2026-11-22T03:14:16Z"));
  }

  @Test
  void givesTheSameQuotesForTheSameSeedInAnyOrder() {
    SampleMarket again = SampleMarket.of(SampleMarket.DEFAULT_SEED);
    for (Security security : market.securities().reversed()) {
      Instant instant = Instant.ofEpochSecond(1_200_000_000L + random.nextInt(500_000_000));
      assertThat(again.quoteAt(security.isin(), instant))
          .isEqualTo(market.quoteAt(security.isin(), instant))
          .isPresent();
    }
  }

  @Test
  void showsPricesThatAreMultiplesOfTheTickInTheSecuritysUnit() {
    for (Security security : market.securities()) {
      Quote quote =
          market.quoteAt(security.isin(), Instant.parse("2026-11-20T14:31:07Z")).orElseThrow();
      assertThat(quote.price().unit()).isEqualTo(security.quoteUnit());
      assertThat(
              quote
                  .price()
                  .value()
                  .remainder(Objects.requireNonNull(security.tick()).value())
                  .signum())
          .isZero();
    }
  }

  @Test
  void hasNoQuoteBeforeTheFirstOpenAfterTheLastDateAndOfOtherMarkets() {
    SampleListing listing = SampleListings.all().getFirst();
    Isin isin = listing.security().isin();
    Instant first = listing.venue().openAt(SampleMarket.FIRST_DATE.toEpochDay());
    assertThat(market.quoteAt(isin, first.minusSeconds(1))).isEmpty();
    assertThat(market.quoteAt(isin, first)).isPresent();
    assertThat(market.quoteAt(isin, Instant.parse("2070-01-02T12:00:00Z"))).isEmpty();
    assertThat(market.quoteAt(isin, Instant.EPOCH)).isEmpty();
    assertThat(market.quoteAt(Isin.of("US0378331005"), first)).isEmpty();
  }

  private double price(Isin isin, Instant instant) {
    return market.quoteAt(isin, instant).orElseThrow().price().value().doubleValue();
  }

  private static double column(Bars bars, BarField field) {
    return Objects.requireNonNull(bars.column(field))[0];
  }

  private static LocalDate weekday(int number) {
    return SampleMarket.FIRST_DATE.plusDays(number / 5 * 7L + number % 5);
  }
}
