package dev.arduinotrader.universe.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.calendars.Venues;
import dev.arduinotrader.universe.model.raw.RawBar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourcesTest {
  private static final Security AAPL = Listings.listed("AAPL", "XNAS", "USD");
  private static final LocalDate FROM = LocalDate.of(2014, 1, 1);
  private static final LocalDate TO = LocalDate.of(2014, 12, 31);

  private final Path folder;

  FolderSourcesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private void zip(String name, String entry, String text) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private void writeLean() throws IOException {
    zip(
        "aapl.zip",
        "aapl.csv",
        """
        20140507 00:00,5950000,5980000,5870000,5920000,1000
        20140508 00:00,5882500,5940000,5864000,5879900,2000
        20140606 00:00,6499000,6510000,6444700,6455700,3000
        20140609 00:00,927000,938800,917500,937000,4000
        """);
    Files.writeString(
        folder.resolve("aapl.factors.csv"),
        """
        20140507,0.9944427,0.1428571,592
        20140606,1,0.1428571,645.57
        20501231,1,1,0
        """);
  }

  @Test
  void readsLeansBarsAndWhatItsFactorsTell() throws IOException {
    writeLean();
    SourceBars bars =
        new LeanFolderSource("lean", folder, Security::symbol)
            .fetchBars(AAPL, FROM, TO)
            .orElseThrow();
    assertThat(bars.basis()).isEqualTo(PriceBasis.RAW);
    List<RawBar> rows = bars.series().bars();
    assertThat(rows).extracting(RawBar::close).containsExactly(592.0, 587.99, 645.57, 93.7);
    assertThat(rows.get(1).dividend()).isEqualTo(3.29, within(1e-4));
    assertThat(rows.get(3).split()).isEqualTo(7, within(1e-4));
  }

  @Test
  void announcesADividendAsPaidOnOldSharesAndASplitInWholeNumbers() throws IOException {
    writeLean();
    SourceBars bars =
        new LeanFolderSource("lean", folder, Security::symbol)
            .fetchBars(AAPL, FROM, TO)
            .orElseThrow();
    List<CorporateAction> actions =
        new RawActions(
                AAPL, "lean", false, Venues.of("XNAS"), Instant.parse("2014-12-31T00:00:00Z"))
            .of(bars.series().bars());
    assertThat(actions).hasSize(2);
    assertThat(actions.getFirst())
        .isInstanceOfSatisfying(
            CorporateAction.CashDividend.class,
            dividend -> {
              assertThat(dividend.exDate()).isEqualTo("2014-05-08");
              assertThat(dividend.amountPerShare().doubleValue()).isEqualTo(3.29, within(1e-4));
              assertThat(dividend.announcement().knownAt()).isEqualTo("2014-05-08T13:30:00Z");
            });
    assertThat(actions.getLast())
        .isInstanceOfSatisfying(
            CorporateAction.Split.class,
            split -> {
              assertThat(split.newShares()).isEqualTo(7);
              assertThat(split.oldShares()).isEqualTo(1);
            });
  }

  @Test
  void undoesTheSplitsThatASourceWorkedIntoItsDividends() {
    RawBar dividend = bar("2014-05-08", 0.47, 0);
    RawBar split = bar("2014-06-09", 0, 7);
    List<CorporateAction> actions =
        new RawActions(
                AAPL, "yahoo", true, Venues.of("XNAS"), Instant.parse("2014-12-31T00:00:00Z"))
            .of(List.of(dividend, split));
    assertThat(actions.getFirst())
        .isInstanceOfSatisfying(
            CorporateAction.CashDividend.class,
            paid -> assertThat(paid.amountPerShare()).isEqualByComparingTo("3.29"));
  }

  @Test
  void countsADividendOfAShareQuotedInPenceInPounds() {
    Security shell = Listings.listed("SHEL", "XLON", "GBX");
    List<CorporateAction> actions =
        new RawActions(
                shell, "yahoo", true, Venues.of("XLON"), Instant.parse("2014-12-31T00:00:00Z"))
            .of(List.of(bar("2014-05-08", 23.5, 0)));
    assertThat(actions.getFirst())
        .isInstanceOfSatisfying(
            CorporateAction.CashDividend.class,
            paid -> {
              assertThat(paid.amountPerShare()).isEqualByComparingTo("0.235");
              assertThat(paid.currency().code()).isEqualTo("GBP");
            });
  }

  private static RawBar bar(String date, double dividend, double split) {
    return RawBar.ofClose(LocalDate.parse(date), 100)
        .with(dev.arduinotrader.universe.model.raw.RawField.DIVIDEND, dividend)
        .with(dev.arduinotrader.universe.model.raw.RawField.SPLIT, split);
  }

  @Test
  void namesTheLineThatIsNoneOfLeans() throws IOException {
    zip("aapl.zip", "aapl.csv", "20140507 00:00,5950000,oops,1,1,1\n");
    Result<SourceBars> bars =
        new LeanFolderSource("lean", folder, Security::symbol).fetchBars(AAPL, FROM, TO);
    assertThat(bars.problemOrThrow().code()).isEqualTo("SOURCE_BROKEN");
    assertThat(bars.problemOrThrow().message()).contains("oops");
  }

  @Test
  void leavesItsFolderForNoSymbol() {
    Security odd = Listings.listed("../../etc/passwd", "XNAS", "USD");
    assertThat(
            new LeanFolderSource("lean", folder, Security::symbol)
                .fetchBars(odd, FROM, TO)
                .problemOrThrow()
                .code())
        .isEqualTo("SOURCE_NO_DATA");
  }

  @Test
  void givesTheFactsOfAFileWrittenOnADayAndNothingOfABrokenOne() throws IOException {
    CsvFolderSource source =
        new CsvFolderSource(
            "folder", folder, Security::symbol, MovedClock.at("2026-01-04T00:00:00Z"));
    Path file = folder.resolve("facts.csv");
    Files.writeString(file, "Symbol,Price/Earnings,Market Cap\nAAPL,35.5,\nMSFT,30,1\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    assertThat(source.fetchFundamentals(AAPL).orElseThrow().facts())
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.source()).isEqualTo("folder");
              assertThat(fact.asOf()).isEqualTo("2026-01-01");
              assertThat(fact.value()).isEqualByComparingTo("35.5");
            });
    Files.writeString(file, "Symbol,Price/Earnings\nAAPL,35.5\nMSFT");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-02T00:00:00Z")));
    assertThat(source.fetchFundamentals(AAPL).problemOrThrow().message()).contains("facts.csv");
  }

  @Test
  void noticesThatAFileWasReplaced() throws IOException {
    CsvFolderSource source =
        new CsvFolderSource(
            "folder", folder, Security::symbol, MovedClock.at("2026-01-04T00:00:00Z"));
    assertThat(source.fetchBars(AAPL, FROM, TO).problemOrThrow().code())
        .isEqualTo("SOURCE_NO_DATA");
    Path file = folder.resolve("prices.csv");
    Files.writeString(file, "date,AAPL\n2014-05-07,592\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    assertThat(source.fetchBars(AAPL, FROM, TO).orElseThrow().series().bars()).hasSize(1);
    Files.writeString(file, "date,AAPL\n2014-05-07,592\n2014-05-08,588\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-02T00:00:00Z")));
    assertThat(source.fetchBars(AAPL, FROM, TO).orElseThrow().series().bars()).hasSize(2);
    Files.writeString(file, "date,AAPL\n2014-05-07,oops\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-03T00:00:00Z")));
    assertThat(source.fetchBars(AAPL, FROM, TO).problemOrThrow().message())
        .contains("prices.csv", "oops");
  }
}
