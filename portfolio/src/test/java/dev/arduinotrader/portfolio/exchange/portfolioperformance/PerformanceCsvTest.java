package dev.arduinotrader.portfolio.exchange.portfolioperformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.SymbolFinder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PerformanceCsvTest {
  private static final String GERMAN =
      "Datum;Typ;Wert;Buchungswährung;Bruttobetrag;Währung"
          + " Bruttobetrag;Wechselkurs;Gebühren;Steuern;Stück;ISIN;WKN;Ticker-Symbol;Wertpapiername;Notiz\r\n";
  private static final String ENGLISH =
      "Date,Type,Value,Transaction Currency,Gross Amount,Currency Gross Amount,Exchange Rate,Fees,"
          + "Taxes,Shares,ISIN,WKN,Ticker Symbol,Security Name,Note\r\n";

  private static List<BrokerMovement> read(String text) {
    return PerformanceCsv.read(text, Map.of(), SymbolFinder.NONE).orElseThrow();
  }

  private static List<Fault> faults(String text) {
    return PerformanceCsv.read(text, Map.of(), SymbolFinder.NONE).problemOrThrow().faults();
  }

  @Test
  void aGermanFileOfAnAccountIsRead() {
    List<BrokerMovement> movements =
        read(
            GERMAN
                + "2023-01-02T00:00;Einlage;12.500,00;EUR;;;;;;;;;;;Erste Rate\r\n"
                + "2023-01-03T09:31;Kauf;-1.007,90;EUR;;;;7,90;;20;DE0007164600;716460;SAP.DE;SAP;\r\n"
                + "03.07.2023;Dividende;30,19;EUR;;;;;10,81;20;DE0007164600;716460;SAP.DE;SAP;\r\n"
                + "2023-12-29T00:00;Zinsen;7,36;EUR;;;;;2,64;;;;;;\r\n"
                + "2024-02-01T10:15;Verkauf;1.580,10;EUR;;;;7,90;212,00;12;DE0007164600;;;SAP;\r\n"
                + "2024-02-02T00:00;Steuerrückerstattung;12,00;EUR;;;;;;;;;;;\r\n"
                + "2024-03-01T00:00;Zinsbelastung;-1,25;EUR;;;;;;;;;;;\r\n"
                + "2024-03-04T00:00;Entnahme;-500,00;EUR;;;;;;;;;;;\r\n");
    assertThat(movements).hasSize(10);
    assertThat(movements.get(0).at()).isEqualTo(Instant.parse("2023-01-02T06:00:00Z"));
    assertThat(movements.get(1))
        .isInstanceOfSatisfying(
            BrokerMovement.Execution.class,
            buy -> {
              assertThat(buy.gross()).hasToString("1000.00 EUR");
              assertThat(buy.price()).hasToString("50 EUR");
              assertThat(buy.commission()).hasToString("7.90 EUR");
            });
    assertThat(movements.get(2))
        .isInstanceOfSatisfying(
            LedgerEntry.Dividend.class,
            dividend -> {
              assertThat(dividend.gross()).hasToString("41.00 EUR");
              assertThat(dividend.withheld()).hasToString("10.81 EUR");
            });
    assertThat(movements.subList(3, 10))
        .filteredOn(BrokerMovement.CashFlow.class::isInstance)
        .map(BrokerMovement.CashFlow.class::cast)
        .map(flow -> flow.kind() + " " + flow.amount())
        .containsExactly(
            "INTEREST 10.00 EUR",
            "TAX -2.64 EUR",
            "TAX -212.00 EUR",
            "TAX 12.00 EUR",
            "INTEREST -1.25 EUR",
            "WITHDRAWAL -500.00 EUR");
    assertThat(movements.get(5))
        .isInstanceOfSatisfying(
            BrokerMovement.Execution.class,
            sale -> assertThat(sale.gross()).hasToString("1800.00 EUR"));
  }

  @Test
  void anEnglishPurchaseInAnotherCurrencyIsAnExchangeAndAPurchase() {
    List<BrokerMovement> movements =
        read(
            ENGLISH
                + "2024-05-06T15:40,Buy,\"-1,861.00\",EUR,\"2,000.00\",USD,0.93,1.00,,10,US0378331005,,AAPL,Apple"
                + " Inc.,\r\n");
    assertThat(movements.getFirst())
        .isInstanceOfSatisfying(
            BrokerMovement.Exchange.class,
            exchange -> {
              assertThat(exchange.sold()).hasToString("1860.00 EUR");
              assertThat(exchange.bought()).hasToString("2000.00 USD");
            });
    assertThat(movements.getLast())
        .isInstanceOfSatisfying(
            BrokerMovement.Execution.class,
            buy -> {
              assertThat(buy.price()).hasToString("200 USD");
              assertThat(buy.commission()).hasToString("1.00 EUR");
            });
  }

  @Test
  void aTradeHasTheSameIdInTheFilesOfAccountsAndOfSecurities() {
    String rest = "EUR,,,,1.00,,2,DE0007164600,,,SAP,\r\n";
    assertThat(read(ENGLISH + "2024-01-03T09:31,Buy,-201.00," + rest))
        .isEqualTo(read(ENGLISH + "2024-01-03T09:31,Buy,201.00," + rest));
  }

  @Test
  void twoHalvesOfATransferAreAnExchange() {
    List<BrokerMovement> movements =
        read(
            ENGLISH
                + "2024-01-03T00:00,Transfer (Outbound),-500.00,EUR,,,,,,,,,,,\r\n"
                + "2024-01-03T00:00,Transfer (Inbound),540.00,USD,,,,,,,,,,,\r\n");
    assertThat(movements)
        .singleElement()
        .isInstanceOfSatisfying(
            BrokerMovement.Exchange.class,
            exchange -> assertThat(exchange.bought()).hasToString("540.00 USD"));
  }

  @Test
  void aDeliveryWithoutAValueHasAnUnknownCost() {
    List<BrokerMovement> movements =
        read(
            ENGLISH
                + "2024-01-03T00:00,Delivery (Inbound),0.00,EUR,,,,,,5,DE0007164600,,,SAP,\r\n");
    assertThat(movements.getFirst())
        .isInstanceOfSatisfying(
            LedgerEntry.OpeningPosition.class, opening -> assertThat(opening.cost()).isNull());
  }

  @Test
  void whatHasNoHomeIsRefusedWithItsRowValueAndNextStep() {
    List<Fault> faults =
        faults(
            ENGLISH
                + "2024-01-03T00:00,Delivery (Outbound),100.00,EUR,,,,,,5,DE0007164600,,,SAP,\r\n"
                + "2024-01-04T00:00,Transfer (Outbound),-500.00,EUR,,,,,,,,,,,\r\n"
                + "2024-01-05T00:00,Gift,5.00,EUR,,,,,,,,,,,\r\n"
                + "2024-01-05T00:00,Deposit,-5.00,EUR,,,,,,,,,,,\r\n"
                + "2024-01-06T00:00,Buy,-5.00,EUR,,,,,,,DE0007164600,,,,\r\n"
                + "2024-01-06T00:00,Dividend,5.00,EUR,,,,,,,,,SAPX,,\r\n"
                + "2024-01-06T00:00,Buy,-100.00,EUR,200.00,USD,0.93,,,1,DE0007164600,,,,\r\n"
                + "01/02/2024,Deposit,5.00,EUR,,,,,,,,,,,\r\n"
                + "2024-01-06T00:00,Deposit,\"5,00\",EUR,,,,,,,,,,,\r\n");
    assertThat(faults)
        .extracting(Fault::place)
        .containsExactlyInAnyOrder(
            "line 2.type",
            "line 3.type",
            "line 4.type",
            "line 5.value",
            "line 6.shares",
            "line 7.ticker symbol",
            "line 8.exchange rate",
            "line 9.date",
            "line 10.value");
    assertThat(faults.getFirst().message()).contains("5 of DE0007164600", "100.00 EUR", "Maybe");
  }

  @Test
  void aTickerIsResolvedWhenThereIsNoIsin() {
    Isin sap = Isin.of("DE0007164600");
    String text = ENGLISH + "2024-01-06T00:00,Dividend,5.00,EUR,,,,,,,,,SAP.DE,SAP,\r\n";
    assertThat(
            PerformanceCsv.read(
                    text, Map.of(), symbol -> symbol.equals("SAP.DE") ? List.of(sap) : List.of())
                .orElseThrow()
                .getFirst())
        .isInstanceOfSatisfying(
            LedgerEntry.Dividend.class, dividend -> assertThat(dividend.isin()).isEqualTo(sap));
  }
}
