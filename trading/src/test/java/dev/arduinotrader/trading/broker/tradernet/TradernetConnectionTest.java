package dev.arduinotrader.trading.broker.tradernet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import java.util.Map;
import java.util.TreeMap;
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
  void takesMoneyForPlayMoneyUnlessASettingSaysReal() {
    assertThat(identity(GOOD)).endsWith("user 4711, play money");
    Map<String, String> real = new TreeMap<>(GOOD);
    real.put(TradernetConnection.MONEY, "real");
    assertThat(identity(real)).endsWith("user 4711, real money");
    real.put(TradernetConnection.MONEY, "Real");
    assertThat(TradernetConnection.from(real).problemOrThrow().faults())
        .containsExactly(
            new Fault(TradernetConnection.MONEY, "expected play or real, found 'Real'"));
  }

  private static String identity(Map<String, String> settings) {
    try (TradernetConnection connection = TradernetConnection.from(settings).orElseThrow()) {
      return connection.identity().toString();
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
    Map<String, String> wrong = new TreeMap<>(GOOD);
    wrong.put(TradernetConnection.PRIVATE_KEY, "topsecret");
    wrong.put(TradernetConnection.URL, "http://tradernet.com/api");
    Problem problem = TradernetConnection.from(wrong).problemOrThrow();
    assertThat(problem.toString()).doesNotContain("topsecret");
    assertThat(problem.faults()).hasSize(2);
  }
}
