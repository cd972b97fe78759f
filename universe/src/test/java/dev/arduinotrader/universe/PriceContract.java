package dev.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.testkit.Contexts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every universe service answers about bars, their sources and what is worked in. */
abstract class PriceContract extends ActionContract {
  private static final String AFTER = "2023-05-30T22:00:00Z";
  private static final LocalDate FIRST = LocalDate.of(2023, 5, 25);
  private static final LocalDate EX_DATE = LocalDate.of(2023, 5, 26);

  private static CorporateAction.CashDividend dividend(Isin isin, String amount) {
    return new CorporateAction.CashDividend(
        isin,
        EX_DATE,
        null,
        LocalDate.of(2023, 6, 8),
        new BigDecimal(amount),
        Currency.USD,
        new CorporateAction.Announcement("hand", Instant.parse("2023-05-20T12:00:00Z")));
  }

  private AnnounceAction announcement(String command, CorporateAction action) {
    return new AnnounceAction(SmallMarket.command(command), action, false);
  }

  private SecurityHistory totalReturn(String now, Isin isin) {
    return histories(now, new HistoryRequest(List.of(isin), 100, null).totalReturn()).getFirst();
  }

  @Test
  void worksAnAnnouncedDividendIntoTheClosesThatAreWantedWithIt() {
    importSmallMarket();
    long before = totalReturn(AFTER, SmallMarket.MICROSOFT).version();
    CorporateAction dividend = dividend(SmallMarket.MICROSOFT, "0.68");
    service.announceAction(AFTER_ALL, announcement("a-1", dividend)).orElseThrow();
    SecurityHistory history = totalReturn(AFTER, SmallMarket.MICROSOFT);
    assertThat(history.closes().basis()).isEqualTo(PriceBasis.TOTAL_RETURN);
    assertThat(history.closes().close(0)).isCloseTo(325.92 - 0.68, within(1e-9));
    assertThat(history.closes().close(1)).isEqualTo(332.89);
    assertThat(history.version()).isNotEqualTo(before);
    assertThat(history(AFTER, SmallMarket.MICROSOFT, null).closes().closes())
        .containsExactly(325.92, 332.89);
    ActionPage listed =
        service.listCorporateActions(AFTER_ALL, ActionQuery.between(FIRST, EX_DATE)).orElseThrow();
    assertThat(listed.actions()).containsExactly(dividend);
  }

  @Test
  void worksNothingInThatWasNotKnownYet() {
    importSmallMarket();
    clock.moveTo(Instant.parse("2023-06-01T12:00:00Z"));
    CorporateAction dividend =
        dividend(SmallMarket.MICROSOFT, "0.68")
            .announcedBy(
                new CorporateAction.Announcement("hand", Instant.parse("2023-05-29T12:00:00Z")));
    service.announceAction(AFTER_ALL, announcement("a-1", dividend)).orElseThrow();
    service
        .announceAction(AFTER_ALL, announcement("a-2", dividend(SmallMarket.MICROSOFT, "0.70")))
        .orElseThrow();
    assertThat(totalReturn("2023-05-29T11:59:59Z", SmallMarket.MICROSOFT).closes().close(0))
        .isEqualTo(325.92);
    assertThat(totalReturn("2023-05-29T12:00:00Z", SmallMarket.MICROSOFT).closes().close(0))
        .isCloseTo(325.24, within(1e-9));
    assertThat(totalReturn("2023-06-01T12:00:00Z", SmallMarket.MICROSOFT).closes().close(0))
        .isCloseTo(325.22, within(1e-9));
    service
        .announceAction(AFTER_ALL, new AnnounceAction(SmallMarket.command("a-3"), dividend, true))
        .orElseThrow();
    assertThat(totalReturn("2023-06-01T12:00:00Z", SmallMarket.MICROSOFT).closes().close(0))
        .isEqualTo(325.92);
  }

  @Test
  void refusesADividendThatThePricesHaveInThemAndOneOfAnUnknownSecurity() {
    importSmallMarket();
    assertThat(
            service
                .announceAction(AFTER_ALL, announcement("a-1", dividend(SmallMarket.APPLE, "0.24")))
                .problemOrThrow()
                .code())
        .isEqualTo("ACTION_IN_PRICES");
    assertThat(
            service
                .announceAction(
                    AFTER_ALL, announcement("a-2", dividend(Isin.of("DE0007164600"), "1")))
                .problemOrThrow()
                .code())
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void givesTheBarsOfASecurityInPagesWithTheirOriginAndStoringTime() {
    importSmallMarket();
    MarketDataRequest request =
        new MarketDataRequest(SmallMarket.MICROSOFT, null, null, FIRST, EX_DATE, 1);
    MarketData first = service.getMarketData(AFTER_ALL, request).orElseThrow();
    assertThat(first.bars())
        .containsExactly(
            new DailyBar(FIRST, 323.24, 326.9, 320.0, 325.92, 43_301_700.0, clock.now()));
    assertThat(first.source()).isEqualTo("file:msft.csv");
    assertThat(first.sources()).containsExactly("file");
    assertThat(first.unit()).isEqualTo("USD");
    assertThat(first.basis()).isEqualTo(PriceBasis.SPLIT_ADJUSTED);
    assertThat(first.nextFrom()).isEqualTo(EX_DATE);
    MarketData second =
        service
            .getMarketData(
                AFTER_ALL,
                new MarketDataRequest(SmallMarket.MICROSOFT, "file", null, EX_DATE, EX_DATE, 1))
            .orElseThrow();
    assertThat(second.bars()).extracting(DailyBar::close).containsExactly(332.89);
    assertThat(second.nextFrom()).isNull();
    MarketData shell =
        service
            .getMarketData(
                AFTER_ALL, new MarketDataRequest(SmallMarket.SHELL, null, null, FIRST, FIRST, 10))
            .orElseThrow();
    assertThat(shell.bars())
        .containsExactly(new DailyBar(FIRST, null, null, null, 2262.5, null, clock.now()));
  }

  @Test
  void givesNoBarBeforeItIsKnownAndNoneOfASourceThatHasNone() {
    importSmallMarket();
    MarketDataRequest request =
        new MarketDataRequest(SmallMarket.MICROSOFT, null, null, FIRST, EX_DATE, 10);
    assertThat(
            service
                .getMarketData(Contexts.at("2023-05-26T19:59:59Z"), request)
                .orElseThrow()
                .bars())
        .hasSize(1);
    assertThat(
            service
                .getMarketData(
                    AFTER_ALL,
                    new MarketDataRequest(SmallMarket.MICROSOFT, "yahoo", null, FIRST, EX_DATE, 10))
                .problemOrThrow()
                .code())
        .isEqualTo("NOT_FOUND");
    assertThat(
            service
                .getMarketData(
                    AFTER_ALL,
                    new MarketDataRequest(
                        SmallMarket.APPLE, null, PriceBasis.RAW, FIRST, EX_DATE, 10))
                .problemOrThrow()
                .code())
        .isEqualTo("BASIS_IMPOSSIBLE");
  }

  @Test
  void sendsOnlyTheNewTailToACallerThatHoldsTheRestAndAllWhenThatHasChanged() {
    importSmallMarket();
    Path folder = directory.resolve("prices");
    HistoryRequest request = new HistoryRequest(List.of(SmallMarket.APPLE), 100, null);
    SecurityHistory held = histories("2023-05-26T22:00:00Z", request).getFirst();
    HistoryRequest holding =
        request.holding(List.of(new HeldHistory(SmallMarket.APPLE, held.version(), EX_DATE)));
    SecurityHistory tail = histories(AFTER, holding).getFirst();
    assertThat(tail.continues()).isTrue();
    assertThat(tail.version()).isEqualTo(held.version());
    assertThat(tail.closes().closes()).containsExactly(177.3);
    assertThat(histories("2023-05-26T22:00:00Z", holding).getFirst().closes().isEmpty()).isTrue();
    SecurityHistory earlier = histories("2023-05-25T22:00:00Z", holding).getFirst();
    assertThat(earlier.continues()).isFalse();
    assertThat(earlier.closes().closes()).containsExactly(172.99);
    SmallMarket.write(folder, "prices.csv", SmallMarket.PRICES.replace("175.43", "175.44"));
    importing("import-2", folder).orElseThrow();
    SecurityHistory changed = histories(AFTER, holding).getFirst();
    assertThat(changed.continues()).isFalse();
    assertThat(changed.closes().closes()).containsExactly(172.99, 175.44, 177.3);
  }

  @Test
  void sendsWholeHistoriesToACallerThatHoldsNothingHoweverOftenItAsks() {
    importSmallMarket();
    HistoryRequest all = new HistoryRequest(List.of(), 100, Currency.EUR).totalReturn();
    for (int round = 0; round < 3; round++) {
      assertThat(histories("2023-05-26T22:00:00Z", all)).hasSize(3);
      List<SecurityHistory> later = histories(AFTER, all);
      assertThat(later).noneMatch(SecurityHistory::continues);
      assertThat(later).extracting(h -> h.closes().size()).containsExactly(3, 2, 3, 2);
    }
  }

  @Test
  void remembersInWhichOrderTheOwnerBelievesSources() {
    importSmallMarket();
    assertThat(service.getSourceOrder(AFTER_ALL).orElseThrow())
        .isEqualTo(new SourceOrder(List.of(), List.of("file")));
    OrderSources command =
        new OrderSources(SmallMarket.command("o-1"), List.of("yahoo", "tradernet"));
    SourceOrder order = new SourceOrder(List.of("yahoo", "tradernet"), List.of("file"));
    assertThat(service.orderSources(AFTER_ALL, command).orElseThrow()).isEqualTo(order);
    assertThat(service.orderSources(AFTER_ALL, command).orElseThrow()).isEqualTo(order);
    assertThat(service.getSourceOrder(AFTER_ALL).orElseThrow()).isEqualTo(order);
  }

  @Test
  void refusesAnOrderOfSourcesNamingEveryFault() {
    assertThat(
            service
                .orderSources(
                    AFTER_ALL,
                    new OrderSources(
                        SmallMarket.command("o-1"), List.of("yahoo", "Yahoo!", "yahoo")))
                .problemOrThrow()
                .faults())
        .hasSize(2);
  }

  @Test
  void letsAHolderThroughTheSampleSplitHaveAsMuchAfterItAsBefore() {
    Isin vardi = vardi();
    String before = "2017-06-09T23:00:00Z";
    String after = "2017-06-12T23:00:00Z";
    double old = history(before, vardi, null).closes().lastClose();
    SecurityHistory later = history(after, vardi, null);
    double[] closes = later.closes().closes();
    assertThat(closes[closes.length - 2] * 4).isCloseTo(old, within(1e-9));
    assertThat(later.version()).isNotEqualTo(history(before, vardi, null).version());
    double quoted = quote(before, vardi);
    assertThat(quoted / old).isBetween(0.99, 1.01);
    assertThat(quote(after, vardi) / closes[closes.length - 1]).isBetween(0.99, 1.01);
    assertThat(totalReturn(after, vardi).closes().basis()).isEqualTo(PriceBasis.TOTAL_RETURN);
  }

  private double quote(String now, Isin isin) {
    return service
        .getQuotes(Contexts.at(now), QuoteRequest.latest(List.of(isin)))
        .orElseThrow()
        .quotes()
        .getFirst()
        .price()
        .value()
        .doubleValue();
  }
}
