package dev.arduinotrader.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.market.PriceSeries;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.universe.ProductType;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SecurityHistory;
import java.util.List;
import org.junit.jupiter.api.Test;

class WideClosesTest {
  private static final Security SHELL =
      security(Isin.privateCode("XLON", "SHEL.L"), "SHEL.L", "Shell \"plc\", ordinary", "GBX");
  private static final Security APPLE =
      security(Isin.of("US0378331005"), "AAPL", "Apple Inc.", "USD");

  private static Security security(Isin isin, String symbol, String name, String unit) {
    QuoteUnit quoteUnit = QuoteUnit.of(unit);
    return new Security(
        isin,
        symbol,
        name,
        ProductType.EQUITY,
        null,
        "Energy",
        "XLON",
        quoteUnit,
        Lot.ONE,
        Price.of("0.5", quoteUnit),
        true,
        false);
  }

  private static SecurityHistory history(
      Security security, PriceBasis basis, int[] days, double... closes) {
    return new SecurityHistory(
        security.isin(), security.quoteUnit().code(), 1, PriceSeries.of(basis, days, closes));
  }

  @Test
  void leavesDaysWithoutACloseBlankAndKeepsEveryDigit() {
    WideCloses closes = new WideCloses(List.of(SHELL, APPLE));
    closes.add(
        history(SHELL, PriceBasis.TOTAL_RETURN, new int[] {19502, 19503}, 2230.123456789012, 2295));
    closes.add(history(APPLE, PriceBasis.TOTAL_RETURN, new int[] {19503}, 0.1));
    assertThat(closes.text())
        .isEqualTo(
            """
            date,SHEL.L,AAPL
            2023-05-25,2230.123456789012,
            2023-05-26,2295.0,0.1
            """);
    assertThat(closes.closes()).isEqualTo(3);
  }

  @Test
  void namesASeriesThatAnImportWouldTakeForAnotherBasis() {
    WideCloses closes = new WideCloses(List.of(SHELL));
    closes.add(history(SHELL, PriceBasis.SPLIT_ADJUSTED, new int[] {19502}, 2230));
    closes.add(history(APPLE, PriceBasis.TOTAL_RETURN, new int[] {19503}, 0.1));
    assertThat(closes.series()).isZero();
    assertThat(closes.leftOut()).hasSize(2);
    assertThat(closes.leftOut().getFirst()).contains("SHEL.L").contains("SPLIT_ADJUSTED");
  }

  @Test
  void writesSecuritiesWithTheirPrivateCodesAndQuotedNames() {
    assertThat(SecuritiesText.of(List.of(SHELL)).lines())
        .containsExactly(
            "symbol,isin,name,country,industry,exchange,currency,quote_unit,lot,product_type,tick",
            "SHEL.L,%s,\"Shell \"\"plc\"\", ordinary\",,Energy,XLON,GBP,GBX,1,EQUITY,0.5"
                .formatted(SHELL.isin()));
  }
}
