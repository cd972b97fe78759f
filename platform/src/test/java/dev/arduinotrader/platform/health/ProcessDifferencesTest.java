package dev.arduinotrader.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.platform.call.ProcessFacts;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.sample.Fixtures;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessDifferencesTest {
  private static final ProcessFacts HERE = facts(2, "abc");

  private static ProcessFacts facts(int epoch, String contracts) {
    return new ProcessFacts("i", Fixtures.NOW, epoch, contracts, List.of());
  }

  private static ServiceHealth health(String version) {
    return new ServiceHealth(true, version, "healthy", "system", List.of());
  }

  @Test
  void findsNoneBetweenProcessesOfOneProgramAndOneConfiguration() {
    assertThat(ProcessDifferences.between(HERE, "1.0.0", health("1.0.0").from(facts(2, "abc"))))
        .isEmpty();
  }

  @Test
  void namesVersionContractsAndEpoch() {
    assertThat(ProcessDifferences.between(HERE, "1.0.0", health("0.9.0").from(facts(1, "def"))))
        .containsExactly(
            "runs version 0.9.0, not 1.0.0",
            "was built with other contracts",
            "runs by deployment epoch 1, not 2");
    assertThat(ProcessDifferences.between(HERE, "1.0.0", health("1.0.0")))
        .containsExactly("does not say which process it is");
  }
}
