package dev.arduinotrader.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books into files of every format and back, by the program itself. */
class PortfolioFilesTest {
  private static final int DEPOSITS = 10_050;

  @TempDir private Path folder = Path.of("");

  private record Ended(int code, String out, String err) {}

  private Ended trader(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--account", "files", "portfolio"));
    all.addAll(List.of(arguments));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        CommandLineProgram.run(
            all.toArray(String[]::new),
            Map.of("TRADER_DATA", folder.resolve("data").toString()),
            new Console(new PrintWriter(out), new PrintWriter(err), false));
    return new Ended(code, out.toString(), err.toString());
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private void requireNothingNew(String format, int entries) {
    String out = folder.resolve("out." + format).toString();
    Ended exported = trader("export", "--format", format, "--partial", "--out", out);
    assertThat(exported.out()).as(exported.err()).isEqualTo(entries + " entries in " + out + "\n");
    assertThat(trader("import", out, "--dry-run").out())
        .isEqualTo("Would record 0 entries, %d were there before\n".formatted(entries));
  }

  @Test
  void whatIsExportedInAnyFormatComesBackAsWhatIsThere() throws IOException {
    String file =
        file(
            "tx.csv",
            """
            date,kind,isin,quantity,price,currency,amount,fee,note
            2024-01-02,DEPOSIT,,,,EUR,1000,,"first; and last"
            2024-01-03,BUY,US0378331005,2,185.501,USD,,1.00,
            2024-02-01,DIVIDEND,US0378331005,,,USD,0.48,0.07,
            2024-02-02,FEE,,,,EUR,1.20,,custody
            2024-03-01,SELL,US0378331005,1,190,USD,,1.00,
            2024-03-02,SPLIT,US0378331005,3,,USD,,,
            """);
    assertThat(trader("import", file).out()).isEqualTo("Recorded 6 entries, 0 were there before\n");
    requireNothingNew("bundle", 6);
    requireNothingNew("csv", 6);
    requireNothingNew("portfolio-performance", 5);
    requireNothingNew("ghostfolio", 4);
    assertThat(trader("export", "--format", "hledger").out()).contains("commodity EUR");
    assertThat(trader("export", "--format", "beancount").out()).contains("Assets:Cash");
  }

  @Test
  void whatAFormatCannotHoldIsNamedAndRefused() throws IOException {
    String file =
        file("tx.csv", "date,kind,currency,amount,id\n2024-01-02,DEPOSIT,EUR,1000,my-deposit\n");
    assertThat(trader("import", file).code()).isZero();
    Ended refused = trader("export", "--format", "ghostfolio");
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("my-deposit", "--partial");
  }

  @Test
  void aSymbolIsTakenFromTheOptionsOrNamed() throws IOException {
    String file =
        file(
            "g.json",
            """
            {"activities":[{"accountId":null,"comment":null,"fee":1,"quantity":2,"type":"BUY",
            "unitPrice":100.5,"currency":"USD","dataSource":"YAHOO",
            "date":"2024-01-02T00:00:00.000Z","symbol":"MSFT"}]}
            """);
    Ended unknown = trader("import", file);
    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("symbol MSFT", "--map MSFT=ISIN");
    assertThat(trader("import", file, "--symbols", file("s.csv", "MSFT,US5949181045\n")).out())
        .isEqualTo("Recorded 1 entries, 0 were there before\n");
    assertThat(trader("import", file, "--map", "MSFT=US5949181045").out())
        .isEqualTo("Recorded 0 entries, 1 were there before\n");
  }

  @Test
  void aFileOfMoreThanOneCommandIsCheckedWholeAndRecordedInPages() throws IOException {
    StringBuilder text = new StringBuilder("date,kind,currency,amount,id\n");
    for (int i = 0; i < DEPOSITS; i++) {
      text.append("2024-01-02,DEPOSIT,EUR,1,d-%d%n".formatted(i));
    }
    String bad = file("bad.csv", text + "2924-01-02,DEPOSIT,EUR,1,later\n");
    assertThat(
            trader(
                    "import",
                    file("one.csv", "date,kind,currency,amount,id\n2024-01-01,DEPOSIT,EUR,1,d-0\n"))
                .code())
        .isZero();
    Ended refused = trader("import", bad);
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("d-0", "another content", "2924-01-02");
    String good = file("good.csv", text.toString().replace("d-0\n", "d-x\n"));
    assertThat(trader("import", good, "--dry-run").out())
        .isEqualTo("Would record 10050 entries, 0 were there before\n");
    assertThat(trader("import", good).out())
        .isEqualTo("Recorded 10050 entries, 0 were there before\n");
    assertThat(trader("import", good).out())
        .isEqualTo("Recorded 0 entries, 10050 were there before\n");
  }

  @Test
  void aTaxYearTakesTheRatesOfTheDaysAndNeverMadeUpOnes() throws IOException {
    Path example = Path.of("..", "docs", "examples", "performance");
    String file =
        file(
            "tax.csv",
            Files.readString(example.resolve("transactions.csv"))
                + "2024-01-12,SELL,US0378331005,10,160,USD,,1,,\n");
    String prices = example.resolve("prices").toString();
    Ended known =
        trader("tax-lots", "--year", "2024", "--csv", "--from-file", file, "--prices", prices);
    // 1,600 / 1.12 - 1 / 1.12 - 3,005.50 x 10 / 20 / 1.10, each rounded.
    assertThat(known.out())
        .contains("US0378331005,2024-01-09,2024-01-12,3,10,USD,1502.75,1600.00")
        .contains(",EUR,1366.14,1428.57,0.89,61.54,FIRST_IN_FIRST_OUT,");
    Ended unknown = trader("tax-lots", "--year", "2024", "--csv", "--from-file", file);
    assertThat(unknown.out()).contains(",EUR,unknown,unknown,unknown,unknown,FIRST_IN_FIRST_OUT,");
    assertThat(unknown.err()).contains("no rate of EUR/USD on 2024-01-12", "--prices DIR");
  }
}
