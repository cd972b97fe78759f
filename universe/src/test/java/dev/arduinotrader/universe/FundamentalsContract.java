package dev.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.testkit.Contexts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every universe service answers about dated facts. */
abstract class FundamentalsContract extends SecuritiesContract {
  private static final LocalDate AS_OF = LocalDate.parse("2026-08-31");
  private static final CallContext NOW = duringAllTests("2026-11-22T12:00:00Z");

  private static final String FILE =
      """
      Symbol,Name,Price,Price/Earnings,Dividend Yield,Market Cap,52 Week Low
      AAPL,Apple Inc.,309.35,35.475918,0.0035,4514709504000,224.69
      SHEL.L,"Shell plc, ordinary",2500,,,,2101.5
      XYZ,Unknown,1,2,0.03,4,5
      MSFT,Microsoft,,,,,
      """;

  private int imports;

  private Result<FundamentalsReport> importing(
      String text, Map<String, String> columns, boolean dryRun) {
    imports++;
    Path file = SmallMarket.write(directory, "fundamentals.csv", text);
    return service.importFundamentals(
        NOW,
        new ImportFundamentals(
            SmallMarket.command("fundamentals-" + imports),
            file.toString(),
            new TreeMap<>(columns),
            AS_OF,
            dryRun));
  }

  private Fundamentals facts(CallContext context, Isin... isins) {
    return service
        .getFundamentals(context, new FundamentalsQuery(List.of(isins), List.of()))
        .orElseThrow();
  }

  @Test
  void readsWellKnownColumnsAndLeavesBlanksAbsent() {
    importSmallMarket();
    FundamentalsReport report = importing(FILE, Map.of(), false).orElseThrow();
    assertThat(report.rows()).isEqualTo(4);
    assertThat(report.securities()).isEqualTo(2);
    assertThat(report.values()).isEqualTo(5);
    assertThat(report.stored()).isEqualTo(5);
    assertThat(report.unknown()).containsExactly("XYZ");
    assertThat(report.columns())
        .contains(
            new FundamentalsReport.Column("Symbol", "symbol", 0),
            new FundamentalsReport.Column("Price", "-", 0),
            new FundamentalsReport.Column("Price/Earnings", "trailingPe", 1));
    Fundamentals found = facts(NOW, SmallMarket.APPLE, SmallMarket.SHELL, SmallMarket.MICROSOFT);
    assertThat(found.facts())
        .contains(
            new Fundamental(
                SmallMarket.APPLE,
                FundamentalField.MARKET_CAP,
                new BigDecimal("4514709504000"),
                "USD",
                AS_OF,
                clock.now(),
                "file:fundamentals.csv"))
        .filteredOn(fact -> fact.isin().equals(SmallMarket.SHELL))
        .singleElement()
        .satisfies(fact -> assertThat(fact.unit()).isEqualTo("GBX"));
    assertThat(found.absent())
        .extracting(Absent::key)
        .containsExactly(SmallMarket.MICROSOFT.value());
  }

  @Test
  void showsNothingBeforeItWasKnownAndTheLatestStatementAfter() {
    importSmallMarket();
    importing(FILE, Map.of(), false).orElseThrow();
    assertThat(facts(Contexts.at("2026-11-22T11:59:59Z"), SmallMarket.APPLE).facts()).isEmpty();
    clock.advance(Duration.ofHours(1));
    FundamentalsReport again =
        importing(FILE.replace("35.475918", "36"), Map.of(), false).orElseThrow();
    assertThat(again.stored()).isEqualTo(1);
    FundamentalsQuery earnings =
        new FundamentalsQuery(List.of(SmallMarket.APPLE), List.of(FundamentalField.TRAILING_PE));
    assertThat(service.getFundamentals(NOW, earnings).orElseThrow().facts())
        .extracting(fact -> fact.value().toPlainString())
        .containsExactly("35.475918");
    assertThat(
            service
                .getFundamentals(Contexts.at("2026-11-22T13:00:00Z"), earnings)
                .orElseThrow()
                .facts())
        .extracting(fact -> fact.value().toPlainString())
        .containsExactly("36");
  }

  @Test
  void storesNothingOfADryRunOfFundamentals() {
    importSmallMarket();
    assertThat(importing(FILE, Map.of(), true).orElseThrow().stored()).isEqualTo(5);
    assertThat(facts(NOW, SmallMarket.APPLE).facts()).isEmpty();
  }

  @Test
  void readsColumnsAsTheyAreMapped() {
    importSmallMarket();
    importing(
            """
            Code,Yield in percent,Advice,Day
            AAPL,1.25,Strong_Buy,2026-06-30
            """,
            Map.of(
                "Code", "symbol",
                "Yield in percent", "dividendYield%",
                "Advice", "recommendation",
                "Day", "asOf"),
            false)
        .orElseThrow();
    assertThat(facts(NOW, SmallMarket.APPLE).facts())
        .extracting(fact -> fact.field() + " " + fact.value() + " " + fact.asOf())
        .containsExactly("DIVIDEND_YIELD 0.0125 2026-06-30", "RECOMMENDATION 1 2026-06-30");
  }

  @Test
  void refusesAFileWithPercentsForFractionsWholeAndNamesEveryFault() {
    importSmallMarket();
    Problem problem =
        importing(
                """
                Symbol,Dividend Yield,Price/Earnings
                AAPL,1.25,35
                MSFT,0.01,thirty
                SHEL.L,0.04
                """,
                Map.of("Nothing", "trailingPe"),
                false)
            .problemOrThrow();
    assertThat(problem.message()).contains("expected a column 'Nothing', found none");
    Problem values =
        importing(
                """
                Symbol,Dividend Yield,Price/Earnings
                AAPL,1.25,35
                MSFT,0.01,thirty
                SHEL.L,0.04
                """,
                Map.of(),
                false)
            .problemOrThrow();
    assertThat(values.code()).isEqualTo("IMPORT_REFUSED");
    assertThat(values.faults())
        .extracting(fault -> fault.place())
        .containsExactly("fundamentals.csv:2", "fundamentals.csv:3", "fundamentals.csv:4");
    assertThat(values.message()).contains("dividendYield%");
    assertThat(facts(NOW, SmallMarket.APPLE).facts()).isEmpty();
  }

  @Test
  void refusesAFileThatTellsOfNoSecurityOfTheUniverse() {
    importSmallMarket();
    Problem problem = importing("Symbol,Price/Earnings\nXYZ,3\n", Map.of(), false).problemOrThrow();
    assertThat(problem.message()).contains("expected at least one value of a security");
  }

  @Test
  void takesDatedFactsOfAFolderAlongWithItsPrices() {
    Path folder = SmallMarket.folder(directory);
    SmallMarket.write(folder, "facts.csv", FILE);
    SmallMarket.write(folder, "others.csv", "Symbol,Price/Earnings\nXYZ,3\n");
    ImportReport report =
        service
            .importPrices(
                NOW,
                new ImportRequest(SmallMarket.command("folder"), folder.toString()),
                dev.arduinotrader.platform.call.ProgressSink.ignoring())
            .orElseThrow();
    assertThat(report.fundamentals()).hasSize(1);
    assertThat(report.fundamentals().getFirst().file()).isEqualTo("facts.csv");
    assertThat(report.fundamentals().getFirst().stored()).isEqualTo(5);
    assertThat(report.skipped())
        .anyMatch(file -> file.file().equals("others.csv") && file.reason().contains("none of"));
    assertThat(facts(NOW, SmallMarket.APPLE).facts()).isNotEmpty();
  }

  @Test
  void namesAndIndustriesOfAFolderFillWhatNothingElseStated() {
    Path folder = SmallMarket.folder(directory);
    SmallMarket.write(
        folder,
        "companies.csv",
        """
        Symbol,Security,GICS Sector,Country,Headquarters Location
        AAPL,Another name,Another industry,Ireland,"Cupertino, California"
        7203,Toyota,Cars,Japan,Toyota City
        XYZ,Nobody,Nothing,Nowhere,"Nowhere"
        """);
    ImportReport report =
        service
            .importPrices(
                NOW,
                new ImportRequest(SmallMarket.command("folder"), folder.toString()),
                dev.arduinotrader.platform.call.ProgressSink.ignoring())
            .orElseThrow();
    assertThat(report.descriptions())
        .containsExactly(new DescriptionsReport("companies.csv", 3, 2, 1, List.of("XYZ")));
    SecurityDetails apple = service.getSecurityDetails(NOW, SmallMarket.APPLE).orElseThrow();
    assertThat(apple.security().name()).isEqualTo("Apple Inc.");
    assertThat(apple.security().industry()).isEqualTo("Technology");
    assertThat(
            service
                .searchSecurities(NOW, new SearchRequest("7203", 1, false))
                .orElseThrow()
                .matches())
        .singleElement()
        .satisfies(match -> assertThat(match.security().industry()).isEqualTo("Cars"));
  }

  @Test
  void movesDatedFactsToTheRealIsin() {
    importSmallMarket();
    importing(FILE, Map.of(), false).orElseThrow();
    Isin real = Isin.of("GB00BP6MXD84");
    service
        .updateSecurity(
            NOW,
            new UpdateSecurity(
                SmallMarket.command("move"),
                SmallMarket.SHELL,
                SecurityEdit.replacingIsin(real),
                false))
        .orElseThrow();
    assertThat(facts(NOW, real).facts()).hasSize(1);
    assertThat(facts(NOW, SmallMarket.SHELL).facts()).hasSize(1);
  }

  @Test
  void refusesMoreSecuritiesThanItsLimit() {
    Result<Fundamentals> refused =
        service.getFundamentals(
            NOW,
            new FundamentalsQuery(
                java.util.Collections.nCopies(1_001, SmallMarket.APPLE), List.of()));
    assertThat(refused.problemOrThrow().kind()).isEqualTo(FailureKind.INVALID_ARGUMENT);
  }
}
