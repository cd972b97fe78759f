package dev.arduinotrader.universe.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceSymbolsTest {
  private static Optional<String> yahoo(String symbol, String exchange) {
    return SourceSymbols.yahoo(Listings.listed(symbol, exchange, "USD"));
  }

  private static Optional<String> tradernet(String symbol, String exchange) {
    return SourceSymbols.tradernet(Listings.listed(symbol, exchange, "USD"));
  }

  @Test
  void knowsTheTickersOfYahoo() {
    assertThat(yahoo("AAPL", "XNAS")).contains("AAPL");
    assertThat(yahoo("AAPL.US", "XNAS")).contains("AAPL");
    assertThat(yahoo("BRK.B", "XNYS")).contains("BRK-B");
    assertThat(yahoo("SHEL", "XLON")).contains("SHEL.L");
    assertThat(yahoo("SHEL.L", "XLON")).contains("SHEL.L");
    assertThat(yahoo("OPAP.GR", "ASEX")).contains("OPAP.AT");
    assertThat(yahoo("5", "XHKG")).contains("0005.HK");
    assertThat(yahoo("XIAO.1810.AS", "XHKG")).contains("1810.HK");
    assertThat(yahoo("ASML.AS", "XAMS")).contains("ASML.AS");
  }

  @Test
  void guessesNoTicker() {
    assertThat(yahoo("US0378331005", "XNAS")).isEmpty();
    assertThat(yahoo("SAN.EU", "XMAD")).isEmpty();
    assertThat(yahoo("ABC", "XXXX")).isEmpty();
  }

  @Test
  void knowsTheSymbolsOfTradernet() {
    assertThat(tradernet("AAPL", "XNAS")).contains("AAPL.US");
    assertThat(tradernet("AAPL.US", "XNAS")).contains("AAPL.US");
    assertThat(tradernet("OPAP", "ASEX")).contains("OPAP.GR");
    assertThat(tradernet("OPAP.AT", "ASEX")).contains("OPAP.GR");
    assertThat(tradernet("SAN.EU", "XMAD")).contains("SAN.EU");
    assertThat(tradernet("XIAO.1810.AS", "XHKG")).contains("XIAO.1810.AS");
  }

  @Test
  void guessesNoSymbolOfTradernet() {
    assertThat(tradernet("US0378331005", "XNAS")).isEmpty();
    assertThat(tradernet("SAN", "XMAD")).isEmpty();
    assertThat(tradernet("ASML.AS", "XAMS")).as("there, AS is Asia").isEmpty();
    assertThat(tradernet("1810", "XHKG")).isEmpty();
  }

  /** Whichever spelling is stored, each source hears its own, there and back. */
  @Test
  void givesEachSourceItsOwnSpellingThereAndBack() {
    for (String[] listing :
        new String[][] {
          {"AAPL", "XNAS"},
          {"OPAP", "ASEX"},
          {"XIAO.1810.AS", "XHKG"},
          {"TCEHY.700.AS", "XHKG"},
          {"HSBC.5.AS", "XHKG"}
        }) {
      String exchange = listing[1];
      String ticker = yahoo(listing[0], exchange).orElseThrow();
      String symbol = tradernet(listing[0], exchange).orElseThrow();
      assertThat(yahoo(symbol, exchange)).contains(ticker);
      assertThat(yahoo(ticker, exchange)).contains(ticker);
      assertThat(tradernet(symbol, exchange)).contains(symbol);
    }
    assertThat(yahoo("HSBC.5.AS", "XHKG")).contains("0005.HK");
    assertThat(yahoo("TCEHY.700.AS", "XHKG")).contains("0700.HK");
  }

  @Test
  void asksNoSourceForAnIsinOfAnyExchange() {
    for (String exchange : List.of("XNAS", "XNYS", "XLON", "XHKG", "ASEX", "XMAD", "XTKS")) {
      for (String isin : List.of("US0378331005", "GB0007980591", "KYG875721634", "JP3633400001")) {
        assertThat(yahoo(isin, exchange)).as(isin + " at " + exchange).isEmpty();
        assertThat(tradernet(isin, exchange)).as(isin + " at " + exchange).isEmpty();
      }
    }
  }
}
