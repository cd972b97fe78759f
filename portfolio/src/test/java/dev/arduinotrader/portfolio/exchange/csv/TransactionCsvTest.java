package dev.arduinotrader.portfolio.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.CashFlowKind;
import dev.arduinotrader.portfolio.LedgerEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransactionCsvTest {
  private static final String HEADER =
      "date,kind,isin,quantity,price,currency,amount,fee,note,sold_currency\n";

  private static List<BrokerMovement> read(String rows) {
    return TransactionCsv.read(HEADER + rows).orElseThrow();
  }

  private static Problem refused(String text) {
    return switch (TransactionCsv.read(text)) {
      case Result.Failure<List<BrokerMovement>>(Problem problem) -> problem;
      case Result.Success<List<BrokerMovement>>(var movements) ->
          throw new AssertionError("expected a refusal, found " + movements);
    };
  }

  @Test
  void everyKindBecomesItsMovement() {
    List<BrokerMovement> movements =
        read(
            """
            2024-01-02,deposit,,,,EUR,1000,,first,
            2024-01-02,EXCHANGE,,500,,USD,540.00,0.10,,EUR
            2024-01-03,BUY,US0378331005,2,185.50,USD,,1.00,"two, of them",
            2024-02-01,BUY,GB0007980591,100,450,GBX,,,,
            2024-02-15,DIVIDEND,US0378331005,,,USD,0.48,0.07,,
            2024-03-01,SPLIT,US0378331005,2,,USD,,,,
            2024-03-02T09:30Z,SELL,US0378331005,1,95,USD,,1.00,,
            2024-03-03,FEE,,,,EUR,4.50,,custody,
            2024-03-04,WITHDRAWAL,,,,EUR,50,,,
            2024-03-05,OPENING,US0378331005,3,,USD,,,,
            """);
    assertThat(movements).hasSize(10).allMatch(movement -> movement.sequence() == 0);
    assertThat(movements.get(2))
        .isInstanceOfSatisfying(
            BrokerMovement.Execution.class,
            buy -> {
              assertThat(buy.gross()).hasToString("371.00 USD");
              assertThat(buy.commission()).hasToString("1.00 USD");
            });
    assertThat(movements.get(3))
        .isInstanceOfSatisfying(
            BrokerMovement.Execution.class,
            buy -> assertThat(buy.gross()).hasToString("450.00 GBP"));
    assertThat(movements.get(4))
        .isInstanceOfSatisfying(
            LedgerEntry.Dividend.class,
            dividend -> assertThat(dividend.net()).hasToString("0.41 USD"));
    assertThat(movements.get(6).at()).isEqualTo(Instant.parse("2024-03-02T09:30:00Z"));
    assertThat(movements.get(8))
        .isInstanceOfSatisfying(
            BrokerMovement.CashFlow.class,
            flow -> {
              assertThat(flow.kind()).isEqualTo(CashFlowKind.WITHDRAWAL);
              assertThat(flow.amount()).hasToString("-50.00 EUR");
            });
    assertThat(movements.get(9))
        .isInstanceOfSatisfying(
            LedgerEntry.OpeningPosition.class, opening -> assertThat(opening.cost()).isNull());
  }

  @Test
  void theSameRowHasTheSameIdAndTwoAlikeHaveTwo() {
    String row = "2024-01-02,DEPOSIT,,,,EUR,1000,,,\n";
    List<BrokerMovement> once = read(row);
    List<BrokerMovement> twice = read("2024-01-01,DEPOSIT,,,,EUR,5,,,\n" + row + row);
    assertThat(twice.get(1)).isEqualTo(once.get(0));
    assertThat(twice.get(2).sourceId()).isEqualTo(once.get(0).sourceId() + "-2");
  }

  @Test
  void aBadFileIsRefusedWholeNamingEveryFaultWithItsLine() {
    Problem problem =
        refused(
            HEADER
                + """
                2024-13-02,DEPOSIT,,,,EUR,1000,,,
                2024-01-02,GIFT,,,,EUR,1000,,,
                2024-01-02,BUY,US0378331006,,185,XYZ,,,,
                2024-01-02,WITHDRAWAL,,,,EUR,-50,,,
                2024-01-02,SELL,,x,,EUR,,-1,,
                """);
    assertThat(problem.faults())
        .extracting(fault -> fault.place())
        .containsExactly(
            "line 2.date",
            "line 3.kind",
            "line 4.currency",
            "line 5.amount",
            "line 6.isin",
            "line 6.quantity",
            "line 6.price",
            "line 6.fee");
  }

  @Test
  void unknownColumnsAndShortRowsAreRefused() {
    assertThat(refused("date,kind,currency,value\n").message()).contains("'value'");
    assertThat(refused("date,kind\n2024-01-01,BUY\n").message()).contains("currency");
    assertThat(refused(HEADER + "2024-01-02,DEPOSIT\n").message()).contains("line 2");
    assertThat(refused("").message()).contains("header");
    assertThat(refused(HEADER).message()).contains("at least one transaction");
  }

  @Test
  void semicolonsAndAByteOrderMarkAreRead() {
    String text = "\uFEFFdate;kind;currency;amount\r\n2024-01-02;DEPOSIT;EUR;10\r\n";
    assertThat(TransactionCsv.read(text).orElseThrow()).hasSize(1);
  }

  @Test
  void columnsOfAnotherNameAreReadAndOthersLeftOut() {
    String foreign = "Datum,Art,Waehrung,Betrag,Konto\n2024-03-01,deposit,EUR,100,7\n";
    String ours = "date,kind,currency,amount\n2024-03-01,deposit,EUR,100\n";
    Map<String, String> columns =
        Map.of("date", "Datum", "kind", "Art", "currency", "Waehrung", "amount", "Betrag");
    assertThat(TransactionCsv.read(foreign, columns).orElseThrow())
        .isEqualTo(TransactionCsv.read(ours).orElseThrow());
  }

  @Test
  void namesOfColumnsThatAreNoneAreAllNamed() {
    assertThat(
            TransactionCsv.read("Datum\n", Map.of("date", "Tag", "day", "Datum"))
                .problemOrThrow()
                .faults())
        .hasSize(2);
  }
}
