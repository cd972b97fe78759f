package dev.arduinotrader.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.platform.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says of an account that may trade, and of accounts that may not. */
class PreflightCommandTest {
  @TempDir private Path folder = Path.of("");

  private record Ended(int code, String out) {
    /** Level of the last line about this, with what was found. */
    String of(String subject) {
      return json()
          .valueStream()
          .filter(one -> one.path("subject").asText().equals(subject))
          .map(one -> one.path("level").asText() + " " + one.path("found").asText())
          .reduce((first, second) -> second)
          .orElseThrow(() -> new AssertionError(out));
    }

    private JsonNode json() {
      try {
        return Json.mapper().readTree(out);
      } catch (IOException e) {
        throw new AssertionError(out, e);
      }
    }
  }

  private Ended trader(String time, String... arguments) {
    List<String> all =
        new ArrayList<>(List.of("--as-of", "2026-03-" + time + ":00Z", "--output", "json"));
    all.addAll(List.of(arguments));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        CommandLineProgram.run(
            all.toArray(String[]::new),
            Map.of("TRADER_DATA", folder.resolve("data").toString()),
            new Console(new PrintWriter(out), new PrintWriter(err), false));
    return new Ended(code, out.toString());
  }

  @Test
  void isReadyOnceBooksBrokerAndPricesAgree() {
    trader("04T10:00", "portfolio", "deposit", "30000");
    trader("04T10:02", "trade", "buy", "FABEU.SIM", "10");
    Ended seen = trader("04T11:00", "preflight");
    assertThat(seen.of("mode")).isEqualTo("OK PAPER");
    assertThat(seen.of("agreement")).startsWith("OK");
    assertThat(seen.of("books")).startsWith("OK");
    assertThat(seen.of("broker's test")).startsWith("OK");
    assertThat(seen.of("orders")).startsWith("OK");
    assertThat(seen.of("prices")).startsWith("OK of all 1 holdings");
  }

  @Test
  void namesWhatStandsInTheWayAndExitsSo() {
    trader("04T10:00", "portfolio", "deposit", "30000");
    trader("04T10:02", "halt", "--reason", "moving house");
    Ended halted = trader("04T10:04", "preflight");
    assertThat(halted.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(halted.of("mode")).isEqualTo("FAIL halted: moving house");
    trader("04T10:06", "resume", "--reason", "moved");
    trader("04T10:08", "mode", "research", "--reason", "a holiday");
    assertThat(trader("04T10:10", "preflight").of("mode")).startsWith("FAIL research");
  }

  @Test
  void saysThatThereIsNoAccountYet() {
    Ended seen = trader("04T10:00", "preflight");
    assertThat(seen.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(seen.of("account")).startsWith("FAIL there is none yet");
  }
}
