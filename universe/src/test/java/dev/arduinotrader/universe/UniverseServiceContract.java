package dev.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.testkit.Contexts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every universe service answers, wherever it runs: this and the sample market's part. */
abstract class UniverseServiceContract extends FindingContract {
  @Test
  void saysThatItIsHealthyAndWhatItServes() {
    var health = service.healthCheck(AFTER_ALL).orElseThrow();
    assertThat(health.healthy()).isTrue();
    assertThat(health.version()).isNotEmpty();
    assertThat(health.checks()).extracting(check -> check.name()).contains("database", "market");
  }

  @Test
  void importsAFolderAndReportsEveryFile() {
    Collected<ImportProgress> progress = new Collected<>();
    ImportReport report =
        service
            .importPrices(
                AFTER_ALL,
                new ImportRequest(
                    SmallMarket.command("c-1"), SmallMarket.folder(directory).toString()),
                progress)
            .orElseThrow();
    assertThat(report.files())
        .containsExactly(
            new ImportReport.ImportedFile(
                "eurofxref-hist.zip",
                "ECB_RATES",
                3,
                9,
                "2023-05-25",
                "2023-05-30",
                PriceBasis.RAW,
                0,
                0,
                0),
            new ImportReport.ImportedFile(
                "msft.csv",
                "OHLCV",
                1,
                2,
                "2023-05-25",
                "2023-05-26",
                PriceBasis.SPLIT_ADJUSTED,
                0,
                0,
                0),
            new ImportReport.ImportedFile(
                "prices.csv",
                "WIDE_CLOSES",
                3,
                9,
                "2023-05-25",
                "2023-05-30",
                PriceBasis.TOTAL_RETURN,
                0,
                0,
                1));
    assertThat(report.skipped()).isEmpty();
    assertThat(progress.parts())
        .extracting(ImportProgress::securitiesDone)
        .containsExactly(3, 4, 7);
  }

  @Test
  void listsTheUniverseInPagesByIsin() {
    importSmallMarket();
    SecurityPage all = service.getUniverse(AFTER_ALL, UniverseQuery.first()).orElseThrow();
    assertThat(all.securities())
        .hasSize(4)
        .isSortedAccordingTo((a, b) -> a.isin().compareTo(b.isin()));
    assertThat(all.nextAfterIsin()).isNull();
    SecurityPage first = service.getUniverse(AFTER_ALL, new UniverseQuery(null, 3)).orElseThrow();
    SecurityPage second =
        service.getUniverse(AFTER_ALL, new UniverseQuery(first.nextAfterIsin(), 3)).orElseThrow();
    assertThat(first.securities()).isEqualTo(all.securities().subList(0, 3));
    assertThat(second.securities()).isEqualTo(all.securities().subList(3, 4));
    assertThat(second.nextAfterIsin()).isNull();
  }

  @Test
  void knowsTheFactsOfASecurityAndGivesAPrivateCodeWhereTheIsinIsBlank() {
    importSmallMarket();
    Security shell = service.getSecurity(AFTER_ALL, SmallMarket.SHELL).orElseThrow();
    assertThat(shell.name()).isEqualTo("Shell plc, ordinary");
    assertThat(shell.isin().isPrivate()).isTrue();
    assertThat(shell.quoteUnit()).isEqualTo(QuoteUnit.of("GBX"));
    assertThat(service.getSecurity(AFTER_ALL, SmallMarket.TOYOTA).orElseThrow().industry())
        .isNull();
  }

  @Test
  void namesASecurityThatIsNotThere() {
    importSmallMarket();
    Problem problem = service.getSecurity(AFTER_ALL, Isin.of("DE0007164600")).problemOrThrow();
    assertThat(problem.kind()).isEqualTo(FailureKind.NOT_FOUND);
    assertThat(problem.message()).contains("DE0007164600");
  }

  @Test
  void sendsClosesWithTheirUnitAndBasis() {
    importSmallMarket();
    SecurityHistory shell = history("2023-05-30T22:00:00Z", SmallMarket.SHELL, null);
    assertThat(shell.unit()).isEqualTo("GBX");
    assertThat(shell.closes().basis()).isEqualTo(PriceBasis.TOTAL_RETURN);
    assertThat(shell.closes().closes()).containsExactly(2262.5, 2295, 2230.123456789012);
    assertThat(history("2023-05-30T22:00:00Z", SmallMarket.MICROSOFT, null).closes().basis())
        .isEqualTo(PriceBasis.SPLIT_ADJUSTED);
  }

  @Test
  void sendsHistoriesInTheOrderAskedForAndNamesWhatIsAbsent() {
    importSmallMarket();
    Isin unknown = Isin.of("DE0007164600");
    Collected<SecurityHistory> sink = new Collected<>();
    HistorySummary summary =
        service
            .getPriceHistories(
                AFTER_ALL,
                new HistoryRequest(
                    List.of(SmallMarket.TOYOTA, unknown, SmallMarket.APPLE), 2, null),
                sink)
            .orElseThrow();
    assertThat(sink.parts())
        .extracting(SecurityHistory::isin)
        .containsExactly(SmallMarket.TOYOTA, SmallMarket.APPLE);
    assertThat(sink.parts().getFirst().closes().closes()).containsExactly(1931.5, 1929);
    assertThat(summary.sent()).isEqualTo(2);
    assertThat(summary.absent()).extracting(Absent::key).containsExactly(unknown.value());
  }

  @Test
  void showsABarFromItsSessionsCloseOn() {
    importSmallMarket();
    assertThat(history("2023-05-26T19:59:59Z", SmallMarket.APPLE, null).closes().size())
        .isEqualTo(1);
    assertThat(history("2023-05-26T20:00:00Z", SmallMarket.APPLE, null).closes().size())
        .isEqualTo(2);
  }

  @Test
  void turnsPenceIntoPoundsBeforeItTurnsThemIntoEuros() {
    importSmallMarket();
    double[] euros =
        history("2023-05-30T22:00:00Z", SmallMarket.SHELL, Currency.EUR).closes().closes();
    assertThat(euros[0]).isCloseTo(22.625 / 0.86793, within(1e-12));
    assertThat(history("2023-05-30T22:00:00Z", SmallMarket.SHELL, Currency.GBP).closes().closes())
        .startsWith(22.625);
    assertThat(
            history("2023-05-30T22:00:00Z", SmallMarket.SHELL, Currency.USD).closes().closes()[0])
        .isCloseTo(22.625 * 1.0735 / 0.86793, within(1e-12));
  }

  @Test
  void dropsADayThatHasNoRateWhenACloseIsToBeConverted() {
    importSmallMarket();
    SecurityHistory toyota = history("2023-05-30T22:00:00Z", SmallMarket.TOYOTA, Currency.EUR);
    // Tokyo closes before the fixing: the first bar has no rate, later ones that of a day before.
    assertThat(toyota.unit()).isEqualTo("EUR");
    assertThat(toyota.closes().closes()).containsExactly(1931.5 / 150.02, 1929 / 150.02);
  }

  @Test
  void quotesTheLastCloseKnownAsAnExactDecimal() {
    importSmallMarket();
    Quotes quotes =
        service
            .getQuotes(
                AFTER_ALL,
                QuoteRequest.latest(
                    List.of(SmallMarket.SHELL, SmallMarket.APPLE, Isin.of("DE0007164600"))))
            .orElseThrow();
    assertThat(quotes.quotes())
        .containsExactly(
            new Quote(
                SmallMarket.SHELL,
                Price.of("2230.123457", QuoteUnit.of("GBX")),
                Instant.parse("2023-05-30T15:35:00Z"),
                PriceBasis.TOTAL_RETURN,
                "file:prices.csv"),
            new Quote(
                SmallMarket.APPLE,
                Price.of("177.3", QuoteUnit.of("USD")),
                Instant.parse("2023-05-30T20:00:00Z"),
                PriceBasis.TOTAL_RETURN,
                "file:prices.csv"));
    assertThat(quotes.absent()).extracting(Absent::key).containsExactly("DE0007164600");
  }

  @Test
  void quotesTheNextOpenWhereTheSourceHasOpensAndElseTheNextClose() {
    importSmallMarket();
    Instant after = Instant.parse("2023-05-25T22:00:00Z");
    Quotes quotes =
        service
            .getQuotes(
                Contexts.at("2023-05-26T22:00:00Z"),
                new QuoteRequest(
                    List.of(
                        new QuoteRequest.Question(SmallMarket.MICROSOFT, after),
                        new QuoteRequest.Question(SmallMarket.APPLE, after))))
            .orElseThrow();
    assertThat(quotes.quotes())
        .extracting(q -> q.price().toString())
        .containsExactly("324.02 USD", "175.43 USD");
    assertThat(quotes.quotes())
        .extracting(Quote::at)
        .containsExactly(
            Instant.parse("2023-05-26T13:30:00Z"), Instant.parse("2023-05-26T20:00:00Z"));
  }

  @Test
  void quotesNothingAfterAnInstantUntilItIsKnown() {
    importSmallMarket();
    Quotes quotes =
        service
            .getQuotes(
                Contexts.at("2023-05-26T13:29:59Z"),
                new QuoteRequest(
                    List.of(
                        new QuoteRequest.Question(
                            SmallMarket.MICROSOFT, Instant.parse("2023-05-25T20:00:00Z")))))
            .orElseThrow();
    assertThat(quotes.quotes()).isEmpty();
    assertThat(quotes.absent()).hasSize(1);
  }

  @Test
  void givesTheRatesKnownAndNamesTheOthers() {
    importSmallMarket();
    FxRates rates =
        service
            .getFxRates(
                Contexts.at("2023-05-26T13:59:59Z"),
                new FxRequest(
                    Currency.EUR, List.of(Currency.USD, Currency.EUR, Currency.of("CHF")), null))
            .orElseThrow();
    assertThat(rates.rates())
        .extracting(FxRate::toString)
        .containsExactly("EUR/USD 1.0735", "EUR/EUR 1");
    assertThat(rates.rates().getFirst().knownAt()).isEqualTo("2023-05-25T14:00:00Z");
    assertThat(rates.rates().getFirst().source()).isEqualTo("ECB");
    assertThat(rates.absent()).extracting(Absent::key).containsExactly("EUR/CHF");
  }

  @Test
  void crossesRatesThroughTheEuro() {
    importSmallMarket();
    FxRate rate =
        service
            .getFxRates(AFTER_ALL, new FxRequest(Currency.USD, List.of(Currency.GBP), null))
            .orElseThrow()
            .rates()
            .getFirst();
    assertThat(rate.rate().doubleValue()).isCloseTo(0.86365 / 1.0744, within(1e-15));
  }

  @Test
  void givesTheFirstRateAfterAnInstant() {
    importSmallMarket();
    FxRequest request =
        new FxRequest(Currency.EUR, List.of(Currency.USD), Instant.parse("2023-05-26T14:00:00Z"));
    assertThat(service.getFxRates(AFTER_ALL, request).orElseThrow().rates())
        .extracting(FxRate::toString)
        .containsExactly("EUR/USD 1.0744");
    assertThat(
            service.getFxRates(Contexts.at("2023-05-30T13:59:59Z"), request).orElseThrow().absent())
        .hasSize(1);
  }

  @Test
  void changesNothingWhenTheSameFilesAreImportedAgain() {
    importSmallMarket();
    SecurityHistory before = history("2023-05-30T22:00:00Z", SmallMarket.APPLE, Currency.EUR);
    importing("import-2", directory.resolve("prices")).orElseThrow();
    assertThat(history("2023-05-30T22:00:00Z", SmallMarket.APPLE, Currency.EUR)).isEqualTo(before);
    service.addSecurity(AFTER_ALL, new AddSecurity(SmallMarket.command("add-1"), sap()));
    assertThat(events(0, 6).getLast().kind()).isEqualTo("SECURITY_ADDED");
  }

  @Test
  void keepsTheVersionWhenBarsAreAddedAndChangesItWhenOneIsCorrected() {
    importSmallMarket();
    Path folder = directory.resolve("prices");
    long version = history("2023-05-30T22:00:00Z", SmallMarket.APPLE, null).version();
    SmallMarket.write(folder, "prices.csv", SmallMarket.PRICES + "2023-05-31,177.25,,\n");
    importing("import-2", folder).orElseThrow();
    SecurityHistory longer = history("2023-05-31T22:00:00Z", SmallMarket.APPLE, null);
    assertThat(longer.version()).isEqualTo(version);
    assertThat(longer.closes().lastClose()).isEqualTo(177.25);
    SmallMarket.write(
        folder,
        "prices.csv",
        SmallMarket.PRICES.replace("175.43", "175.44") + "2023-05-31,177.25,,\n");
    importing("import-3", folder).orElseThrow();
    assertThat(history("2023-05-31T22:00:00Z", SmallMarket.APPLE, null).version())
        .isNotEqualTo(version);
  }

  @Test
  void refusesAFaultyImportWholeAndNamesEveryFault() {
    Path folder = SmallMarket.folder(directory);
    SmallMarket.write(
        folder,
        "prices.csv",
        """
        date,AAPL,SHEL.L,7203
        2023-05-25,zero,2262.5,1909
        2023-05-26,175.43
        2023-05-26,y,x,1931.5
        """);
    Problem problem = importing("import-1", folder).problemOrThrow();
    assertThat(problem.code()).isEqualTo("IMPORT_REFUSED");
    assertThat(problem.kind()).isEqualTo(FailureKind.INVALID_ARGUMENT);
    assertThat(problem.faults())
        .extracting(fault -> fault.place())
        .containsExactly("prices.csv:2", "prices.csv:3", "prices.csv:4", "prices.csv:4");
    assertThat(service.getUniverse(AFTER_ALL, UniverseQuery.first()).orElseThrow().securities())
        .allMatch(Security::simulated);
    SmallMarket.write(folder, "prices.csv", SmallMarket.PRICES);
    importing("import-1", folder).orElseThrow();
    assertThat(events(0, 1).getFirst().sequence()).isEqualTo(1);
  }

  @Test
  void answersARepeatedImportFromMemoryEvenWhenTheFilesAreGone() {
    Path folder = SmallMarket.folder(directory);
    ImportReport first = importing("same", folder).orElseThrow();
    SmallMarket.write(folder, "prices.csv", "not,prices\n");
    assertThat(importing("same", folder).orElseThrow()).isEqualTo(first);
  }

  @Test
  void refusesACommandIdThatMeantSomethingElse() {
    Path folder = SmallMarket.folder(directory);
    importing("same", folder).orElseThrow();
    Problem problem = importing("same", folder.resolve("msft.csv")).problemOrThrow();
    assertThat(problem.kind()).isEqualTo(FailureKind.ALREADY_EXISTS);
  }

  @Test
  void saysWhereAPathLeadsNowhere() {
    Problem problem = importing("import-1", directory.resolve("nowhere")).problemOrThrow();
    assertThat(problem.message()).contains("nowhere").contains("found none");
  }

  @Test
  void addsASecurityOnce() {
    importSmallMarket();
    Security sap = sap();
    AddSecurity command = new AddSecurity(SmallMarket.command("add-1"), sap);
    assertThat(service.addSecurity(AFTER_ALL, command).orElseThrow()).isEqualTo(sap);
    assertThat(service.addSecurity(AFTER_ALL, command).orElseThrow()).isEqualTo(sap);
    assertThat(service.getSecurity(AFTER_ALL, sap.isin()).orElseThrow()).isEqualTo(sap);
    assertThat(events(5, 1).getFirst().kind()).isEqualTo("SECURITY_ADDED");
  }

  @Test
  void refusesAVenueWhoseHoursNobodyKnows() {
    importSmallMarket();
    Security apple = service.getSecurity(AFTER_ALL, SmallMarket.APPLE).orElseThrow();
    Security elsewhere =
        new Security(
            Isin.of("DE0007164600"),
            "SAP",
            "SAP SE",
            ProductType.EQUITY,
            null,
            null,
            "XXXX",
            apple.quoteUnit(),
            Lot.ONE,
            null,
            true,
            false);
    Problem problem =
        service
            .addSecurity(AFTER_ALL, new AddSecurity(SmallMarket.command("add-1"), elsewhere))
            .problemOrThrow();
    assertThat(problem.kind()).isEqualTo(FailureKind.INVALID_ARGUMENT);
    assertThat(problem.message()).contains("XXXX").contains("XETR");
  }

  @Test
  void refusesToGiveStoredPricesAnotherUnit() {
    importSmallMarket();
    Path folder = directory.resolve("prices");
    SmallMarket.write(
        folder, "securities.csv", SmallMarket.SECURITIES.replace("GBP,GBX", "GBP,GBP"));
    Problem problem = importing("import-2", folder).problemOrThrow();
    assertThat(problem.faults().getFirst().place()).isEqualTo("securities.csv:3");
    assertThat(problem.message()).contains("GBX");
  }

  @Test
  void tellsWhatHappenedInItsEventLog() {
    importSmallMarket();
    List<ServiceEvent> events = events(0, 5);
    assertThat(events).extracting(ServiceEvent::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(events)
        .extracting(ServiceEvent::kind)
        .containsExactly(
            "SECURITY_ADDED",
            "SECURITY_ADDED",
            "SECURITY_ADDED",
            "SECURITY_ADDED",
            "PRICES_IMPORTED");
    assertThat(events).allMatch(event -> event.at().equals(clock.now()));
  }

  @Test
  void refusesRequestsBeyondTheirLimits() {
    Result<HistorySummary> histories =
        service.getPriceHistories(
            Contexts.at("+12345-01-01T00:00:00Z"),
            new HistoryRequest(List.of(), 0, null),
            ProgressSink.ignoring());
    assertThat(histories.problemOrThrow().faults())
        .extracting(fault -> fault.place())
        .containsExactly("decision_time", "bars_max");
    assertThat(
            service.getUniverse(AFTER_ALL, new UniverseQuery(null, 1001)).problemOrThrow().kind())
        .isEqualTo(FailureKind.INVALID_ARGUMENT);
  }

  @Test
  void stopsSendingHistoriesWhenTheReceiverHasEnough() {
    importSmallMarket();
    Collected<SecurityHistory> two = new Collected<>(2);
    Result<HistorySummary> result =
        service.getPriceHistories(AFTER_ALL, new HistoryRequest(List.of(), 10, null), two);
    assertThat(result.problemOrThrow().kind()).isEqualTo(FailureKind.CANCELLED);
    assertThat(two.parts()).hasSize(2);
  }

  private static Security sap() {
    return new Security(
        Isin.of("DE0007164600"),
        "SAP",
        "SAP SE",
        ProductType.EQUITY,
        "Germany",
        null,
        "XETR",
        QuoteUnit.of("EUR"),
        Lot.ONE,
        Price.of("0.02", QuoteUnit.of("EUR")),
        true,
        false);
  }
}
