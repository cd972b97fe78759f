package dev.arduinotrader.universe.model.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Fault;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcbXmlTest {
  /** As the ECB writes it. */
  private static final String DAILY =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
      	<gesmes:subject>Reference rates</gesmes:subject>
      	<gesmes:Sender>
      		<gesmes:name>European Central Bank</gesmes:name>
      	</gesmes:Sender>
      	<Cube>
      		<Cube time='2023-05-31'>
      			<Cube currency='USD' rate='1.0683'/>
      			<Cube currency='JPY' rate='149.47'/>
      		</Cube>
      	</Cube>
      </gesmes:Envelope>
      """;

  private final FileFaults faults = new FileFaults();

  private ParsedFile read(String text) {
    FileText file = new FileText("eurofxref-daily.xml", text);
    assertThat(PriceFiles.format(file)).contains(ParsedFile.Format.ECB_RATES);
    return PriceFiles.read(file, ParsedFile.Format.ECB_RATES, faults);
  }

  @Test
  void readsTheDailyRates() {
    ParsedFile file = read(DAILY);
    assertThat(faults.isEmpty()).isTrue();
    assertThat(file.series()).extracting(ParsedFile.Named::name).containsExactly("USD", "JPY");
    assertThat(file.series().getFirst().bars().closes()).containsExactly(1.0683);
    assertThat(file.series().getFirst().bars().epochDay(0))
        .isEqualTo((int) LocalDate.parse("2023-05-31").toEpochDay());
  }

  @Test
  void readsSeveralDaysOfWhichOneLacksACurrency() {
    ParsedFile file =
        read(
            DAILY.replace(
                "\t</Cube>\n</gesmes",
                "\t\t<Cube time=\"2023-05-30\"><Cube currency=\"USD\" rate=\"1.0744\"/></Cube>\n"
                    + "\t</Cube>\n</gesmes"));
    assertThat(faults.isEmpty()).isTrue();
    assertThat(file.series().get(0).bars().size()).isEqualTo(2);
    assertThat(file.series().get(1).bars().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate='149.47' | rate='zero' | zero",
        "rate='149.47' | rate=149.47 | attributes",
        "currency='JPY' | currency='USD' | USD once a day",
        "currency='JPY' rate='149.47' | currency='JPY' | currency and rate",
        "time='2023-05-31' | time='yesterday' | yesterday",
      })
  void refusesAFileWithAFault(String from, String to, String complaint) {
    read(DAILY.replace(from, to));
    assertThat(faults.toProblem().faults())
        .extracting(Fault::toString)
        .anySatisfy(fault -> assertThat(fault).contains(complaint));
  }

  @Test
  void refusesAFileThatWasCutOff() {
    read(DAILY.substring(0, DAILY.indexOf("<Cube currency='JPY'")));
    List<Fault> found = faults.toProblem().faults();
    assertThat(found).extracting(Fault::toString).anyMatch(text -> text.contains("cut off"));
  }
}
