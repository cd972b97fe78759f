package dev.arduinotrader.trading.broker.tradernet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TradernetConnectionTest {
  private static final Map<String, String> GOOD =
      Map.of(
          TradernetConnection.ACCOUNT,
          "tradernet-1",
          TradernetConnection.USER,
          "4711",
          TradernetConnection.PUBLIC_KEY,
          "env:PUBLIC",
          TradernetConnection.PRIVATE_KEY,
          "env:PRIVATE",
          "PUBLIC",
          "p",
          "PRIVATE",
          "topsecret");

  @Test
  void takesKeysByReference() {
    try (TradernetConnection connection = TradernetConnection.from(GOOD).orElseThrow()) {
      assertThat(connection.account().value()).isEqualTo("tradernet-1");
    }
  }

  @Test
  void namesEverythingThatIsMissing() {
    Problem problem = TradernetConnection.from(Map.of()).problemOrThrow();
    assertThat(problem.faults())
        .extracting(Fault::place)
        .containsExactly(
            TradernetConnection.ACCOUNT,
            TradernetConnection.USER,
            TradernetConnection.PUBLIC_KEY,
            TradernetConnection.PRIVATE_KEY);
  }

  @Test
  void neverRepeatsAKeyThatWasGivenInPlaceOfItsReference() {
    Map<String, String> wrong = new java.util.TreeMap<>(GOOD);
    wrong.put(TradernetConnection.PRIVATE_KEY, "topsecret");
    wrong.put(TradernetConnection.URL, "http://tradernet.com/api");
    Problem problem = TradernetConnection.from(wrong).problemOrThrow();
    assertThat(problem.toString()).doesNotContain("topsecret");
    assertThat(problem.faults()).hasSize(2);
  }
}
