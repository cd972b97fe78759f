package dev.arduinotrader.universe.model.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.universe.model.raw.RawInterval;
import dev.arduinotrader.universe.model.validation.FindingKind;
import dev.arduinotrader.universe.model.validation.PriceValidation;
import dev.arduinotrader.universe.model.validation.ValidatedSeries;
import dev.arduinotrader.universe.model.validation.ValidationContext;
import org.junit.jupiter.api.Test;

/** Small files of the shapes in which a provider's real faults come. */
final class RawPriceFileTest {
  private static final String HEADER =
      "Date,Open,High,Low,Close,Adj Close,Volume,Dividends,Stock Splits,Remark\n";

  private static RawPriceFile read(String text) {
    FileFaults faults = new FileFaults();
    RawPriceFile file =
        RawPriceFile.read(new FileText("prices.csv", text), faults)
            .orElseThrow(() -> new AssertionError(faults.toProblem().message()));
    assertThat(faults.isEmpty()).isTrue();
    return file;
  }

  private static ValidatedSeries validate(RawPriceFile file) {
    return PriceValidation.validate(file.series(), ValidationContext.none());
  }

  @Test
  void writesAGoodFileByteForByte() {
    String text =
        HEADER
            + "2024-01-02 00:00:00+00:00,10.0,10.50,9.9,10.2,10.2,1200,0,0,\n"
            + "2024-01-03 00:00:00+00:00,10.1,1.04e1,9.90,10.3,10.300,1300,0.0,0.0,ok\n"
            + "2024-01-04 00:00:00+00:00,,,,,,,0,0,closed\n";
    RawPriceFile file = read(text);

    assertThat(file.repaired(validate(file))).isEqualTo(text);
    assertThat(file.series().interval()).isEqualTo(RawInterval.DAY);
  }

  @Test
  void worksAToldDividendIntoTheAdjustedClosesBeforeIt() {
    RawPriceFile file =
        read(
            HEADER
                + "2024-05-30 00:00:00+02:00,19.6,19.8,19.2,19.5,19.5,100,0,0,\n"
                + "2024-05-31 00:00:00+02:00,19.1,19.2,18.7,19.0,19.0,100,0,0,\n"
                + "2024-06-03 00:00:00+02:00,18.5,19.0,18.4,18.6,18.6,100,0.76,0,\n"
                + "2024-06-04 00:00:00+02:00,18.9,19.1,18.8,19.0,19.0,100,0,0,\n");
    ValidatedSeries validated = validate(file);

    assertThat(validated.findings())
        .extracting(finding -> finding.kind())
        .containsExactly(FindingKind.ADJUSTMENT_MISSING);
    assertThat(file.repaired(validated))
        .contains(",19.5,18.72,100,")
        .contains(",19.0,18.24,100,")
        .contains(",18.6,18.6,100,");
  }

  @Test
  void scalesTheBarThatASplitWasAppliedToByMistakeAndItsVolume() {
    StringBuilder text = new StringBuilder(HEADER);
    for (int day = 10; day < 28; day++) {
      String row =
          day == 20
              ? "2.2,2.4,2.1,2.2,2.2,340000,0,0,"
              : "22,23,21,%s,%s,30000,0,%s,"
                  .formatted(22 + day % 3, 22 + day % 3, day == 22 ? "0.1" : "0");
      text.append("2024-05-").append(day).append(',').append(row).append('\n');
    }
    RawPriceFile file = read(text.toString());

    assertThat(file.repaired(validate(file)))
        .contains("2024-05-20,22.0,24.0,21.0,22.0,22.0,34000.0,0,0,");
  }

  @Test
  void leavesOutARowThatComesTwiceAndBlanksARejectedOne() {
    RawPriceFile file =
        read(
            """
            date,close,volume
            2024-05-06,10,5
            2024-05-07,-Infinity,5
            2024-05-08,11,6
            2024-05-08,11,6
            """);

    assertThat(file.repaired(validate(file)))
        .isEqualTo("date,close,volume\n2024-05-06,10,5\n2024-05-07,,5\n2024-05-08,11,6\n");
  }

  @Test
  void refusesWordsCutOffRowsAndMissingColumnsNamingEach() {
    FileFaults faults = new FileFaults();

    assertThat(
            RawPriceFile.read(
                new FileText("x.csv", "date,close\n2024-05-06,ten\nsoon,1\n2024-05-08\n"), faults))
        .isEmpty();
    assertThat(faults.toProblem().message())
        .contains("x.csv:2: expected a number or nothing, found 'ten'")
        .contains("x.csv:3: expected a date such as 2026-01-31")
        .contains("x.csv:4: expected 2 columns as in the header, found 1");

    FileFaults header = new FileFaults();
    assertThat(RawPriceFile.read(new FileText("y.csv", "day,price\n1,2\n"), header)).isEmpty();
    assertThat(header.toProblem().message()).contains("expected the columns Date and Close");
  }
}
