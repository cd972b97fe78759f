package dev.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.universe.CorporateAction.Announcement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stored prices that are divided by a split, looked at from before it and after it. */
class SharesOfTheDayTest extends UniverseSuite {
  private static final String BEFORE = "2023-05-25T22:00:00Z";
  private static final String AFTER = "2023-05-26T22:00:00Z";
  private static final LocalDate EX_DATE = LocalDate.parse("2023-05-26");

  @Override
  UniverseService reach(UniverseService local) {
    return local;
  }

  @Override
  void leave() {}

  @BeforeEach
  void splitFourForOne() {
    importSmallMarket();
    Announcement announced = new Announcement("test", Instant.parse("2023-05-26T13:30:00Z"));
    service
        .announceAction(
            AFTER_ALL,
            new AnnounceAction(
                SmallMarket.command("split"),
                new CorporateAction.Split(SmallMarket.MICROSOFT, EX_DATE, 4, 1, announced),
                false))
        .orElseThrow();
  }

  @Test
  void aPriceOfBeforeCountsInTheSharesOfThen() {
    assertThat(quote(BEFORE, null)).isEqualTo("1303.68 USD");
    assertThat(quote(AFTER, null)).isEqualTo("332.89 USD");
    assertThat(quote(AFTER, Instant.parse("2023-05-25T10:00:00Z"))).isEqualTo("1292.96 USD");
    assertThat(quote(AFTER, Instant.parse(BEFORE))).isEqualTo("324.02 USD");
  }

  @Test
  void aSeriesCountsInTheSharesOfTheDayThatLooksAndIsAnotherOne() {
    HistoryRequest stored = new HistoryRequest(List.of(SmallMarket.MICROSOFT), 10, null);
    SecurityHistory before = histories(BEFORE, stored).getFirst();
    SecurityHistory after = histories(AFTER, stored).getFirst();
    assertThat(before.closes().closes()).containsExactly(1303.68);
    assertThat(after.closes().closes()).containsExactly(325.92, 332.89);
    assertThat(after.version()).isNotEqualTo(before.version());
    SecurityHistory whole = histories(AFTER, stored.totalReturn()).getFirst();
    assertThat(whole.closes().basis()).isEqualTo(PriceBasis.SPLIT_ADJUSTED);
    assertThat(whole.closes().closes()).containsExactly(325.92, 332.89);
  }

  private String quote(String now, @Nullable Instant firstAfter) {
    return service
        .getQuotes(
            Contexts.at(now),
            new QuoteRequest(List.of(new QuoteRequest.Question(SmallMarket.MICROSOFT, firstAfter))))
        .orElseThrow()
        .quotes()
        .getFirst()
        .price()
        .toString();
  }
}
