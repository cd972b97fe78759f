package dev.arduinotrader.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.app.cli.CommandLineProgram;
import dev.arduinotrader.app.cli.Console;
import dev.arduinotrader.platform.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Computes the example of docs/performance.md from its own files, without a running system. */
class PerformanceExampleTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Path EXAMPLE = DOCS.resolve("examples/performance");
  private static final Offset<Double> AS_PRINTED = within(1e-6);
  private static final int MEASURES = 20;

  private record Ended(int code, String out, String err) {}

  private static Ended trader(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        CommandLineProgram.run(
            arguments, Map.of(), new Console(new PrintWriter(out), new PrintWriter(err), false));
    return new Ended(code, out.toString(), err.toString());
  }

  private static Ended onFiles(Path transactions, String command, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "portfolio",
                command,
                "--from-file",
                transactions.toString(),
                "--prices",
                EXAMPLE.resolve("prices").toString()));
    arguments.addAll(List.of(more));
    return trader(arguments.toArray(String[]::new));
  }

  private static Ended example(String command, String... more) {
    return onFiles(EXAMPLE.resolve("transactions.csv"), command, more);
  }

  /** The rows of the document's tables by their first cell. */
  private static Map<String, String[]> rows() throws IOException {
    Map<String, String[]> rows = new HashMap<>();
    for (String line : Files.readAllLines(DOCS.resolve("performance.md"))) {
      if (line.startsWith("| ")) {
        String[] cells = line.substring(2).split(" \\| ?", -1);
        rows.put(cells[0], cells);
      }
    }
    return rows;
  }

  private static JsonNode json(Ended ended) throws IOException {
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    return Json.mapper().readTree(ended.out());
  }

  @Test
  void everyFigureOfTheDocumentIsWhatItsFilesGive() throws IOException {
    JsonNode performance =
        json(
            example(
                "performance",
                "--benchmark",
                "DE0007164600=0.5,US0378331005=0.5",
                "--risk-free",
                "0.02",
                "--output",
                "json"));
    Map<String, String[]> rows = rows();
    assertThat(performance.get("figures")).hasSize(MEASURES);
    for (JsonNode figure : performance.get("figures")) {
      String measure = figure.get("measure").asText();
      assertThat(rows).containsKey(measure);
      assertThat(figure.get("value").asDouble())
          .as(measure)
          .isCloseTo(Double.parseDouble(Objects.requireNonNull(rows.get(measure))[1]), AS_PRINTED);
      assertThat(figure.get("formula").asText()).isNotBlank();
      assertThat(figure.get("window").asText()).contains("2024-01-07 to 2024-01-12");
    }
    JsonNode byCountry = performance.get("attributions").get(0);
    assertThat(byCountry.get("parts")).hasSize(3);
    for (JsonNode part : byCountry.get("parts")) {
      String[] row = Objects.requireNonNull(rows.get(part.get("segment").asText()));
      assertThat(part.get("allocation").asDouble())
          .isCloseTo(Double.parseDouble(row[1]), AS_PRINTED);
      assertThat(part.get("selection").asDouble())
          .isCloseTo(Double.parseDouble(row[2]), AS_PRINTED);
      assertThat(part.get("interaction").asDouble())
          .isCloseTo(Double.parseDouble(row[3].replace(" |", "")), AS_PRINTED);
    }
  }

  @Test
  void theOtherReadingCommandsTakeTheSameFiles() throws IOException {
    assertThat(json(example("show", "-o", "json")).at("/total/amount").asText())
        .isEqualTo("11942.95");
    assertThat(json(example("lots", "-o", "json")).get("lots")).hasSize(2);
    assertThat(json(example("ledger", "-o", "json")).get("transactions")).hasSize(7);
    assertThat(json(example("history", "-o", "json"))).hasSize(6);
    assertThat(json(example("allocation", "-o", "json")).get("alerts")).hasSize(3);
    assertThat(example("history", "--every", "day", "--no-color").out())
        .contains("2024-01-11  12,244.09     2,000.00  ####");
    assertThat(example("performance").out()).contains("no benchmark was asked for");
  }

  @Test
  void aBadFileIsRefusedWholeNamingItsLine() throws IOException {
    Path bad = Files.createTempFile("bad", ".csv");
    Files.writeString(bad, "date,kind,currency,amount\n2024-01-08,DEPOSIT,EUR,-1\n");
    Ended ended = onFiles(bad, "performance");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("line 2.amount");
    Files.writeString(
        bad, "date,kind,currency,isin,quantity,price\n2024-01-08,SELL,EUR,DE0007164600,1,5\n");
    assertThat(onFiles(bad, "lots").err()).contains("expected at most the 0 of DE0007164600");
    Files.delete(bad);
  }
}
