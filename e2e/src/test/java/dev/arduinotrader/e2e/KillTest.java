package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program dies, as by kill -9, at the worst moments of an order's life. */
final class KillTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int KILLED = 137;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exit-after-intent",
        "exit-after-submit-before-ack",
        "exit-after-execution-before-booking"
      })
  void losesAndDoublesNothingWhenKilled(String moment) {
    FleetFiles files = FleetFiles.local(folder);
    Trader trader = new Trader(folder).with("SERVICES_CONFIG_PATH", files.services().toString());

    try (Running doomed = trader.with("TRADER_FAULT", moment).start("doomed", "run")) {
      Await.until("the kill " + moment, LIMIT, () -> !doomed.isAlive(), doomed::said);
      assertThat(doomed.exitCode()).isEqualTo(KILLED);
    }
    trader.without("TRADER_FAULT");
    try (Running again = trader.start("again", "run")) {
      Await.until(
          "a filled trade", LIMIT, () -> filled(trader) > 0, () -> again.said() + trades(trader));
      assertThat(again.stop()).isZero();
    }

    assertThat(trader.run("cycle", "--dry-run").succeeded().err()).doesNotContain("differ");
    assertThat(executionsOnce(trades(trader))).isTrue();
    JsonNode portfolio = trader.run("portfolio", "show", "-o", "json").succeeded().json();
    assertThat(portfolio.path("deposited").path("amount").asText()).isEqualTo("30000.00");
  }

  private static JsonNode trades(Trader trader) {
    return trader.run("trade", "list", "-o", "json").succeeded().json();
  }

  private static long filled(Trader trader) {
    Trader.Outcome outcome = trader.run("trade", "list", "-o", "json");
    if (outcome.exitCode() != 0) {
      return 0;
    }
    long filled = 0;
    for (JsonNode trade : outcome.json().path("trades")) {
      filled += trade.path("state").asText().equals("FILLED") ? 1 : 0;
    }
    return filled;
  }

  /** No execution id twice, over all trades. */
  private static boolean executionsOnce(JsonNode page) {
    Set<String> seen = new HashSet<>();
    for (JsonNode trade : page.path("trades")) {
      for (JsonNode leg : trade.path("legs")) {
        for (JsonNode fill : leg.path("fills")) {
          if (!seen.add(fill.path("executionId").asText())) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
