package dev.arduinotrader.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trading by hand on the simulated market, by the program itself: what a person reads. */
class TradingCommandsTest {
  private static final Duration BETWEEN_COMMANDS = Duration.ofMinutes(2);

  @TempDir private Path folder = Path.of("");
  private Instant now = Instant.parse("2026-03-04T10:00:00Z");

  private record Ended(int code, String out, String err) {
    String all() {
      return out + err;
    }
  }

  private Ended trader(String... arguments) {
    now = now.plus(BETWEEN_COMMANDS);
    List<String> all = new ArrayList<>(List.of("--as-of", now.toString()));
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

  @BeforeEach
  void payIn() {
    assertThat(trader("portfolio", "deposit", "30000").code()).isZero();
  }

  private static String tradeId(Ended traded) {
    assertThat(traded.code()).as(traded.all()).isZero();
    return traded.out().lines().findFirst().orElseThrow().replace("Trade ", "");
  }

  @Test
  void aTradeIsBoughtListedShownByTheBeginningOfItsIdAndSold() {
    String id = tradeId(trader("trade", "buy", "FABEU.SIM", "10"));
    assertThat(trader("reconcile").out()).contains("Everything agrees");
    assertThat(trader("trade", "list").out()).contains("BUY 10 FABEU.SIM", "FILLED");
    String shortId = id.replace("trade-", "").substring(0, 8);
    assertThat(trader("trade", "show", shortId).out()).contains(id, "FABEU.SIM");
    assertThat(trader("trade", "sell", "FABEU.SIM", "10").out())
        .contains("HOLD_MINIMUM", "90 days");
  }

  @Test
  void aHaltRefusesWithItsReasonUntilSomebodyResumes() {
    assertThat(trader("halt", "--reason", "moving house").code()).isZero();
    Ended refused = trader("trade", "buy", "FABEU.SIM", "10");
    assertThat(refused.code()).isEqualTo(ExitCode.REFUSED_FOR_SAFETY);
    assertThat(refused.out()).contains("nothing was sent", "HALT", "moving house");
    assertThat(trader("resume", "--reason", "moved").code()).isZero();
    assertThat(trader("trade", "buy", "FABEU.SIM", "10").code()).isZero();
    assertThat(trader("mode", "--history").out()).contains("moving house", "moved");
  }

  @Test
  void aRefusalSaysRuleNumbersAndWhenItWouldPass() {
    assertThat(trader("policy", "set", "guards.tradesPerHourMax=1").code()).isZero();
    assertThat(trader("trade", "buy", "FABEU.SIM", "10").code()).isZero();
    Ended refused = trader("trade", "buy", "EULEN.SIM", "5");
    assertThat(refused.code()).isEqualTo(ExitCode.REFUSED_FOR_SAFETY);
    assertThat(refused.out())
        .contains("FREQUENCY", "at most 1", "It would pass from 2026-03-04T11:");
    Ended small = trader("trade", "validate", "FABEU.SIM", "1");
    assertThat(small.out()).contains("MINIMUM_TICKET", "COOLDOWN", "It would pass from");
  }

  @Test
  void validatingSendsNothing() {
    Ended asked = trader("trade", "validate", "FABEU.SIM", "10");
    assertThat(asked.code()).as(asked.all()).isZero();
    assertThat(asked.out()).contains("EUR");
    assertThat(trader("trade", "list").all()).doesNotContain("FABEU.SIM");
  }

  @Test
  void whatIsNotThereOrNotTakenIsNamed() {
    assertThat(trader("trade", "show", "zzzzzzzz").code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(trader("trade", "cancel", "zzzzzzzz").code()).isEqualTo(ExitCode.NOT_FOUND);
    Ended unknown = trader("trade", "buy", "NOPE", "10");
    assertThat(unknown.code()).isNotZero();
    assertThat(unknown.all()).contains("NOPE");
    Ended none = trader("trade", "buy", "FABEU.SIM", "0");
    assertThat(none.code()).isNotZero();
  }

  @Test
  void liveModeIsRefusedWithEverythingThatIsMissing() {
    Ended refused = trader("mode", "live", "--reason", "greed", "--confirm", "paper-1");
    assertThat(refused.code()).as(refused.all()).isNotZero();
    assertThat(refused.all()).contains("live");
    Ended research = trader("mode", "research", "--reason", "a holiday");
    assertThat(research.code()).as(research.all()).isZero();
    assertThat(trader("trade", "buy", "FABEU.SIM", "10").out()).contains("MODE");
  }

  @Test
  void aListIsTradedLineByLineAndFlattenSellsIt() throws IOException {
    Path list =
        Files.writeString(
            folder.resolve("list.csv"), "a,BUY,FABEU.SIM,10\n# a remark\nb,BUY,EULEN.SIM,3\n");
    Ended traded = trader("trade", "batch", list.toString());
    assertThat(traded.code()).as(traded.all()).isZero();
    assertThat(traded.out()).contains("FABEU.SIM", "EULEN.SIM");
    trader("reconcile");
    assertThat(trader("trade", "batch", list.toString()).code()).isZero();
    assertThat(trader("trade", "list").out().lines().filter(line -> line.contains(" BUY ")).count())
        .isEqualTo(4);
    Ended flattened = trader("flatten", "--reason", "moving house", "--confirm", "flatten");
    assertThat(flattened.code()).as(flattened.all()).isZero();
    assertThat(flattened.out()).contains("SELL 10 FABEU.SIM");
  }

  @Test
  void theBrokerSaysWhatItIsAndWhatItPasses() {
    assertThat(trader("broker", "status").out()).contains("paper");
    Ended test = trader("broker", "test");
    assertThat(test.code()).as(test.all()).isZero();
    assertThat(test.out()).contains("B04", "PASSED");
    assertThat(trader("broker", "cards").out()).contains("tradernet", "alpaca", "B22");
  }
}
