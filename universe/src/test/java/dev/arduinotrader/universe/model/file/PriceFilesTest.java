package dev.arduinotrader.universe.model.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.universe.model.BarField;
import dev.arduinotrader.universe.model.Bars;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PriceFilesTest {
  private final FileFaults faults = new FileFaults();

  private ParsedFile read(String name, String text) {
    FileText file = new FileText(name, text);
    return PriceFiles.read(file, PriceFiles.format(file).orElseThrow(), faults);
  }

  private List<Fault> faultsOf(String name, String text) {
    read(name, text);
    return faults.isEmpty() ? List.of() : faults.toProblem().faults();
  }

  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }

  @Test
  void readsWideClosesWithBlanksAsMissingValues() {
    ParsedFile file = read("prices.csv", "Date,A,B,C\n2026-01-02,1.5,,\n2026-01-05,,2,\n");
    assertThat(faults.isEmpty()).isTrue();
    assertThat(file.format()).isEqualTo(ParsedFile.Format.WIDE_CLOSES);
    assertThat(file.values()).isEqualTo(2);
    assertThat(file.series())
        .containsExactly(
            new ParsedFile.Named(
                "A", Bars.ofCloses(new int[] {day("2026-01-02")}, new double[] {1.5})),
            new ParsedFile.Named(
                "B", Bars.ofCloses(new int[] {day("2026-01-05")}, new double[] {2})));
  }

  @Test
  void turnsAFileThatRunsFromTheNewestDateRound() {
    ParsedFile file = read("prices.csv", "date,A\n2026-01-07,3\n2026-01-06,2\n2026-01-05,1\n");
    assertThat(faults.isEmpty()).isTrue();
    assertThat(file.series().getFirst().bars().closes()).containsExactly(1, 2, 3);
  }

  @Test
  void readsOhlcvInAnyOrderOfColumnsAndCapitals() {
    ParsedFile file =
        read(
            "Msft.CSV",
            "DATE,Close,open,HIGH,low,ignored\n1/31/2026,4,2,5,1,x\n2/2/2026,5,4,6,3,y\n");
    assertThat(faults.isEmpty()).isTrue();
    assertThat(file.series().getFirst().name()).isEqualTo("Msft");
    Bars bars = file.series().getFirst().bars();
    assertThat(bars.epochDays()).containsExactly(day("2026-01-31"), day("2026-02-02"));
    assertThat(bars.column(BarField.OPEN)).containsExactly(2, 4);
    assertThat(bars.column(BarField.HIGH)).containsExactly(5, 6);
    assertThat(bars.column(BarField.LOW)).containsExactly(1, 3);
    assertThat(bars.closes()).containsExactly(4, 5);
    assertThat(bars.column(BarField.VOLUME)).isNull();
  }

  @Test
  void acceptsZeroAndMissingVolumes() {
    ParsedFile file =
        read(
            "a.csv",
            "date,open,high,low,close,volume\n2026-01-02,1,1,1,1,0\n2026-01-05,1,1,1,1,\n");
    assertThat(faults.isEmpty()).isTrue();
    assertThat(file.series().getFirst().bars().column(BarField.VOLUME))
        .containsExactly(0, Double.NaN);
  }

  @Test
  void readsTheEcbsRatesNewestFirstWithNotAvailableAndATrailingComma() {
    ParsedFile file =
        read("eurofxref-hist.zip", "Date,USD,CYP,\n2026-01-05,1.1,N/A,\n2026-01-02,1.2,0.58,\n");
    assertThat(faults.isEmpty()).isTrue();
    assertThat(file.format()).isEqualTo(ParsedFile.Format.ECB_RATES);
    assertThat(file.series()).extracting(ParsedFile.Named::name).containsExactly("USD", "CYP");
    assertThat(file.series().getFirst().bars().closes()).containsExactly(1.2, 1.1);
    assertThat(file.series().getLast().bars().closes()).containsExactly(0.58);
  }

  @Test
  void namesEveryTextThatIsNoNumberWithItsLineAndColumn() {
    for (String bad : List.of("x", "0x10", "1d", "1.2.3", "--", "1;5")) {
      FileFaults single = new FileFaults();
      FileText file = new FileText("prices.csv", "date,A\n2026-01-02,1\n2026-01-05," + bad + "\n");
      PriceFiles.read(file, ParsedFile.Format.WIDE_CLOSES, single);
      assertThat(single.toProblem().faults())
          .containsExactly(
              new Fault(
                  "prices.csv:3", "column A: expected a number or nothing, found '" + bad + "'"));
    }
  }

  @Test
  void namesADateThatComesTwice() {
    assertThat(
            faultsOf(
                "prices.csv", "date,A\n2026-01-02,1\n2026-01-05,1\n2026-01-02,1\n2026-01-06,1\n"))
        .containsExactly(
            new Fault(
                "prices.csv:4", "expected each date once, found 2026-01-02 again after line 2"));
  }

  @Test
  void namesADateOutOfOrder() {
    assertThat(
            faultsOf(
                "prices.csv", "date,A\n2026-01-02,1\n2026-01-07,1\n2026-01-06,1\n2026-01-08,1\n"))
        .extracting(Fault::place)
        .containsExactly("prices.csv:4");
  }

  @Test
  void namesATruncatedRow() {
    assertThat(faultsOf("prices.csv", "date,A,B\n2026-01-02,1,2\n2026-01-0"))
        .singleElement()
        .satisfies(fault -> assertThat(fault.place()).isEqualTo("prices.csv:3"))
        .satisfies(
            fault ->
                assertThat(fault.message())
                    .isEqualTo(
                        "expected 3 columns as in the header, found 1\n"
                            + "Maybe the file was cut off."));
  }

  @Test
  void namesARowWithTooManyColumns() {
    assertThat(faultsOf("prices.csv", "date,A\n2026-01-02,1,2\n"))
        .extracting(Fault::message)
        .containsExactly("expected 2 columns as in the header, found 3");
  }

  @Test
  void namesDatesThatCannotBeRead() {
    assertThat(faultsOf("prices.csv", "date,A\n31/1/2026,1\n2026-02-30,1\n20260102,1\n"))
        .extracting(Fault::place)
        .containsExactly("prices.csv:2", "prices.csv:3", "prices.csv:4");
  }

  @Test
  void namesEveryColumnThatAnOhlcvFileLacks() {
    assertThat(faultsOf("a.csv", "date,close\n2026-01-02,1\n"))
        .extracting(Fault::message)
        .containsExactly(
            "expected the columns date, open, high, low, close, found no 'open'",
            "expected the columns date, open, high, low, close, found no 'high'",
            "expected the columns date, open, high, low, close, found no 'low'");
  }

  @Test
  void namesColumnsWithTheSameNameOrNone() {
    assertThat(faultsOf("prices.csv", "date,A,A,\n2026-01-02,1,1,1\n")).hasSize(2);
  }

  @Test
  void namesAFileWithoutRowsAndAQuoteThatIsNotClosed() {
    assertThat(faultsOf("prices.csv", "date,A\n"))
        .extracting(Fault::place)
        .containsExactly("prices.csv");
    assertThat(faultsOf("quoted.csv", "date,A\n\"2026-01-02,1\n")).hasSize(2);
  }

  @Test
  void tellsTheFirstTwentyFaultsAndCountsTheRest() {
    StringBuilder text = new StringBuilder("date,A\n");
    IntStream.range(0, 50)
        .forEach(i -> text.append(LocalDate.ofEpochDay(20_000 + i)).append(",x\n"));
    List<Fault> told = faultsOf("prices.csv", text.toString());
    assertThat(told).hasSize(21);
    assertThat(told.getLast().message()).isEqualTo("and 30 more faults");
    assertThat(faults.toProblem().message())
        .startsWith("nothing was imported because of 50 faults");
  }

  @Test
  void knowsNoOtherFormats() {
    assertThat(PriceFiles.format(new FileText("a.csv", "20200102 00:00,1,2,3,4,5\n"))).isEmpty();
    assertThat(PriceFiles.format(new FileText("a.csv", ""))).isEmpty();
    assertThat(PriceFiles.format(new FileText("a.csv", "symbol,date,price\n"))).isEmpty();
  }
}
