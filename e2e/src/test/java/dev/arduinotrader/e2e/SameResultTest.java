package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same data, policy and decision time, in one process and in seven. */
final class SameResultTest {
  private static final String EVENING = "2023-05-25T22:00:00Z";

  private final Path folder;

  SameResultTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void decidesAndTradesTheSameInOneProcessAndInSeven() {
    Trader one = PreparedMarket.in(folder.resolve("alone"));
    Path seven = folder.resolve("seven");
    PreparedMarket.in(seven);

    JsonNode inOne = one.run("cycle", "-o", "json", "--as-of", EVENING).succeeded().json();
    JsonNode inSeven;
    try (Fleet fleet = Fleet.start(seven, EVENING)) {
      inSeven = fleet.trader().run("cycle", "-o", "json").succeeded().json();
    }

    assertThat(hashes(inSeven)).isEqualTo(hashes(inOne)).isNotEmpty();
    assertThat(orders(inSeven)).isEqualTo(orders(inOne)).isNotEmpty();
  }

  private static List<String> hashes(JsonNode report) {
    List<String> hashes = new ArrayList<>();
    for (JsonNode plan : report.path("plans")) {
      hashes.add(plan.path("identityHash").asText());
      hashes.add(plan.path("marketHash").asText());
      hashes.add(plan.path("planHash").asText());
    }
    return hashes;
  }

  /** The steps of every plan with their limits and costs, and what was sent: ids left out. */
  private static List<String> orders(JsonNode report) {
    List<String> orders = new ArrayList<>();
    for (JsonNode plan : report.path("plans")) {
      orders.add(plan.path("steps").toString());
    }
    for (JsonNode trade : report.path("trades")) {
      orders.add(
          "%s %s %s %s"
              .formatted(
                  trade.path("isin").asText(),
                  trade.path("side").asText(),
                  trade.path("quantity").asText(),
                  trade.path("limit")));
      for (JsonNode leg : trade.path("legs")) {
        orders.add(leg.path("kind").asText() + " " + leg.path("description").asText());
      }
    }
    return orders;
  }
}
