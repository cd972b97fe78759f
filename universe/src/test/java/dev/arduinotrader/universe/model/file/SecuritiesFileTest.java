package dev.arduinotrader.universe.model.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.universe.ProductType;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.calendars.Venues;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecuritiesFileTest {
  private static final String HEADER =
      "symbol,isin,name,country,industry,exchange,currency,quote_unit,lot\n";

  private final FileFaults faults = new FileFaults();

  private SecuritiesFile read(String text) {
    return SecuritiesFile.read(new FileText("securities.csv", text), Venues::code, faults);
  }

  private List<Fault> faultsOf(String text) {
    read(text);
    return faults.toProblem().faults();
  }

  @Test
  void readsFactsWithQuotedNamesAndBlankFields() {
    Security security =
        read(HEADER + "X,US0378331005,\"A \"\"B\"\", Inc.\",,,XNAS,USD,USD,10\n")
            .find("X")
            .orElseThrow()
            .security();
    assertThat(security.name()).isEqualTo("A \"B\", Inc.");
    assertThat(security.country()).isNull();
    assertThat(security.productType()).isEqualTo(ProductType.EQUITY);
    assertThat(security.lot()).hasToString("10");
  }

  @Test
  void givesAPrivateCodeThatDependsOnExchangeAndSymbolOnly() {
    SecuritiesFile.Row row =
        read(HEADER + "BP.L,,BP plc,,,XLON,GBP,GBX,1\n").find("bp.l").orElseThrow();
    assertThat(row.isinGiven()).isFalse();
    assertThat(row.security().isin()).isEqualTo(Isin.privateCode("XLON", "BP.L"));
  }

  @Test
  void namesTheCheckDigitThatAnIsinShouldHave() {
    assertThat(faultsOf(HEADER + "AAPL,US0378331006,Apple,,,XNAS,USD,USD,1\n"))
        .containsExactly(
            new Fault(
                "securities.csv:2",
                "isin of AAPL: expected check digit 5 in ISIN US0378331006, found 6"));
  }

  @Test
  void namesEveryFaultOfARow() {
    assertThat(faultsOf(HEADER + ",,,,,NOWH,USD,GBp,0\n"))
        .extracting(fault -> fault.message().substring(0, fault.message().indexOf(':')))
        .containsExactly("symbol", "name", "exchange", "quote_unit", "lot");
  }

  @Test
  void refusesACurrencyThatIsNotThatOfTheQuoteUnit() {
    assertThat(faultsOf(HEADER + "BP.L,,BP plc,,,XLON,USD,GBX,1\n").getFirst().message())
        .startsWith("currency: expected GBP, the currency of quote unit GBX, found 'USD'");
  }

  @Test
  void namesSymbolsAndIsinsThatComeTwice() {
    assertThat(
            faultsOf(
                HEADER
                    + "A,US0378331005,Apple,,,XNAS,USD,USD,1\n"
                    + "A,US5949181045,Other,,,XNAS,USD,USD,1\n"
                    + "B,US0378331005,Apple,,,XNAS,USD,USD,1\n"))
        .extracting(Fault::place)
        .containsExactly("securities.csv:3", "securities.csv:4");
  }

  @Test
  void namesMissingColumnsAndShortRows() {
    assertThat(faultsOf("symbol,name\nA,B\n").getFirst().message())
        .endsWith("found no isin, exchange, currency, quote_unit, lot");
    assertThat(faultsOf(HEADER + "A,B\n").getLast().message())
        .isEqualTo("expected 9 columns, found 2");
  }
}
