package dev.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every universe service answers about faulty prices in imports, wherever it runs. */
abstract class FindingContract extends PriceContract {
  private Path folder(String closes) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("faulty").resolve("us"));
    Files.writeString(
        folder.resolve("securities.csv"),
        """
        symbol,isin,name,country,industry,exchange,currency,quote_unit,lot
        AAPL,US0378331005,Apple,United States,Technology,XNAS,USD,USD,1
        """);
    Files.writeString(folder.resolve("prices.csv"), "date,AAPL\n" + closes);
    Files.createDirectories(directory.resolve("faulty/bad-prices"));
    Files.writeString(directory.resolve("faulty/bad-prices/x.csv"), "date,close\n2024-01-02,1\n");
    Files.writeString(directory.resolve("faulty/README.md"), "about it\n");
    return directory.resolve("faulty");
  }

  private FindingPage findings(FindingQuery query) {
    return service.listFindings(AFTER_ALL, query).orElseThrow();
  }

  private static final String FAULTY =
      """
      2023-05-22,100
      2023-05-23,101
      2023-05-24,0
      2023-05-25,10200
      2023-05-26,103
      2023-05-30,102
      """;

  @Test
  void storesTheRepairedPricesOfATreeAndListsWhatWasWrong() throws IOException {
    ImportReport report = importing("faulty-1", folder(FAULTY)).orElseThrow();

    assertThat(report.files())
        .singleElement()
        .satisfies(file -> assertThat(file.file()).isEqualTo("us/prices.csv"))
        .satisfies(file -> assertThat(file.rejected()).isEqualTo(1))
        .satisfies(file -> assertThat(file.repaired()).isEqualTo(1));
    assertThat(report.skipped())
        .extracting(ImportReport.SkippedFile::file)
        .containsExactly("README.md", "bad-prices/x.csv");
    assertThat(report.skipped().getLast().reason()).contains("universe validate");
    assertThat(history("2023-05-30T22:00:00Z", SmallMarket.APPLE, null).closes().closes())
        .containsExactly(100, 101, 102, 103, 102);
    FindingPage page = findings(FindingQuery.first());
    assertThat(page.next()).isNull();
    ImportFinding repaired =
        page.findings().stream()
            .filter(found -> found.finding().kind().equals("UNIT_ERROR"))
            .findFirst()
            .orElseThrow();
    assertThat(repaired.source()).isEqualTo("file:prices.csv");
    assertThat(repaired.foundAt()).isEqualTo(clock.now());
    assertThat(repaired.finding().series()).isEqualTo(SmallMarket.APPLE.value());
    assertThat(repaired.finding().date()).isEqualTo("2023-05-25");
    assertThat(repaired.finding().value()).isEqualTo(10_200);
    assertThat(repaired.finding().repairedValue()).isEqualTo(102);
    assertThat(repaired.finding().changes())
        .containsExactly(new PriceFinding.ChangedValue("2023-05-25", "CLOSE", 10_200.0, 102.0));
  }

  @Test
  void pagesAndFiltersFindings() throws IOException {
    importing("faulty-1", folder(FAULTY)).orElseThrow();
    List<ImportFinding> all = findings(FindingQuery.first()).findings();
    List<ImportFinding> paged = new ArrayList<>();
    String next = null;
    for (int page = 0; page < 20 && (page == 0 || next != null); page++) {
      FindingPage part = findings(new FindingQuery(null, null, null, next, 1));
      paged.addAll(part.findings());
      next = part.next();
    }
    assertThat(paged).isEqualTo(all);
    assertThat(findings(new FindingQuery(null, "NOT_POSITIVE", null, null, 10)).findings())
        .singleElement()
        .satisfies(found -> assertThat(found.finding().date()).isEqualTo("2023-05-24"));
    assertThat(findings(new FindingQuery("EUR/USD", null, null, null, 10)).findings()).isEmpty();
    long number = all.getFirst().importNumber();
    assertThat(findings(new FindingQuery(null, null, number, null, 100)).findings())
        .hasSameSizeAs(all);
    assertThat(findings(new FindingQuery(null, null, number + 1, null, 100)).findings()).isEmpty();
  }

  @Test
  void forgetsWhatABetterFileNoLongerHas() throws IOException {
    importing("faulty-1", folder(FAULTY)).orElseThrow();
    importing("better-2", folder(FAULTY.replace("10200", "102"))).orElseThrow();

    assertThat(findings(new FindingQuery(null, "UNIT_ERROR", null, null, 10)).findings()).isEmpty();
    assertThat(findings(FindingQuery.first()).findings())
        .extracting(found -> found.finding().kind())
        .contains("NOT_POSITIVE");
  }

  @Test
  void refusesAQuestionAboutFindingsThatMakesNoSense() {
    assertThat(
            service
                .listFindings(AFTER_ALL, new FindingQuery(null, "NONSENSE", null, "one", 1_001))
                .problemOrThrow()
                .faults())
        .hasSize(3);
  }
}
