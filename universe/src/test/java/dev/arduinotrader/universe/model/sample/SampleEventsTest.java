package dev.arduinotrader.universe.model.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.model.Bars;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SampleEventsTest {
  private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

  private final SampleMarket market = SampleMarket.of(SampleMarket.DEFAULT_SEED);

  @Test
  void announcesDividendsBeforeTheyLeaveThePrice() {
    for (SampleListing listing : SampleListings.all()) {
      Security security = listing.security();
      List<SampleDividend> dividends = market.dividends(security.isin(), LAST);
      assertThat(dividends.size())
          .isBetween(21 * listing.dividendsPerYear(), 22 * listing.dividendsPerYear());
      Bars bars = SampleCloses.bars(market, security, LAST);
      for (SampleDividend dividend : dividends) {
        assertThat(dividend.isin()).isEqualTo(security.isin());
        assertThat(dividend.announcedOn()).isBefore(dividend.exDate());
        assertThat(dividend.exDate()).isBefore(dividend.payDate());
        assertThat(dividend.exDate().getDayOfWeek().getValue()).isLessThanOrEqualTo(5);
        assertThat(dividend.perShare().unit()).isEqualTo(security.quoteUnit());
        int count = bars.countUntil(Math.toIntExact(dividend.announcedOn().toEpochDay()));
        double yield = dividend.perShare().value().doubleValue() / bars.closes()[count - 1];
        assertThat(yield).isBetween(0.0, 0.06);
      }
    }
  }

  @Test
  void paysAboutTheYieldOfTheListing() {
    for (SampleListing listing : SampleListings.all()) {
      if (listing.dividendsPerYear() > 0 && listing.digits() > 0) {
        Bars bars = SampleCloses.bars(market, listing.security(), LAST);
        double sum = 0;
        for (SampleDividend dividend : market.dividends(listing.security().isin(), LAST)) {
          int count = bars.countUntil(Math.toIntExact(dividend.exDate().toEpochDay()));
          sum += dividend.perShare().value().doubleValue() / bars.closes()[count - 1];
        }
        assertThat(sum / 21.9)
            .isBetween(
                0.75 * listing.dividendYield() - 0.001, 1.25 * listing.dividendYield() + 0.001);
      }
    }
  }

  @Test
  void lowersThePriceByTheDividendOnTheExDate() {
    // Over many ex-dates the other moves cancel out: closes fall by about the dividend.
    double moves = 0;
    double dividends = 0;
    int count = 0;
    for (Security security : market.securities()) {
      Bars bars = SampleCloses.bars(market, security, LAST);
      for (SampleDividend dividend : market.dividends(security.isin(), LAST.minusDays(30))) {
        int index = bars.countUntil(Math.toIntExact(dividend.exDate().toEpochDay())) - 1;
        double before = bars.closes()[index - 1];
        moves += bars.closes()[index] / before - 1;
        dividends += dividend.perShare().value().doubleValue() / before;
        count++;
      }
    }
    assertThat(count).isGreaterThan(2_000);
    assertThat(-moves / count).isBetween(0.7 * dividends / count, 1.3 * dividends / count);
  }

  @Test
  void knowsOnlyDividendsThatWereAnnounced() {
    Security security =
        SampleListings.all().stream()
            .filter(listing -> listing.dividendsPerYear() > 0)
            .findFirst()
            .orElseThrow()
            .security();
    SampleDividend second = market.dividends(security.isin(), LAST).get(1);
    assertThat(market.dividends(security.isin(), second.announcedOn().minusDays(1))).hasSize(1);
    assertThat(market.dividends(security.isin(), second.announcedOn())).hasSize(2);
    assertThat(market.dividends(security.isin(), SampleMarket.FIRST_DATE.minusDays(1))).isEmpty();
  }

  @Test
  void hasOneSplitThatDoesNotShowInTheCloses() {
    List<SampleSplit> splits =
        market.securities().stream()
            .flatMap(security -> market.splits(security.isin(), LAST).stream())
            .toList();
    assertThat(splits).hasSize(1);
    SampleSplit split = splits.getFirst();
    assertThat(split.newShares()).isGreaterThan(split.oldShares());
    assertThat(market.splits(split.isin(), split.announcedOn().minusDays(1))).isEmpty();
    Bars bars = market.bars(split.isin(), LAST).orElseThrow().bars();
    int index = bars.countUntil(Math.toIntExact(split.exDate().toEpochDay())) - 1;
    assertThat(LocalDate.ofEpochDay(bars.epochDay(index))).isEqualTo(split.exDate());
    assertThat(bars.closes()[index] / bars.closes()[index - 1]).isBetween(0.7, 1.3);
  }
}
