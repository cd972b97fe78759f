package dev.arduinotrader.trading.broker.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.trading.broker.Broker;
import dev.arduinotrader.trading.broker.UnusableBroker;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final Broker PAPER =
      new UnusableBroker("paper", CommonReason.UNAVAILABLE.problem("a test"));

  @Test
  void withoutTheSettingNothingGoesWrong() {
    assertThat(Rehearsal.of(Map.of(), PAPER).orElseThrow()).isSameAs(PAPER);
  }

  @Test
  void asksForMoreAbsencesThanItsListsLag() {
    Broker line = Rehearsal.of(Map.of(Rehearsal.SETTING, "7/20"), PAPER).orElseThrow();
    assertThat(line).isInstanceOf(FaultyLine.class);
    assertThat(line.abilities().absencesForProof())
        .isEqualTo(PAPER.abilities().absencesForProof() + 2);
  }

  @Test
  void refusesWhatItCannotRead() {
    for (String setting : List.of("7", "7/0", "/20", "seven/20", "7/20/1", "-7/20")) {
      assertThat(Rehearsal.of(Map.of(Rehearsal.SETTING, setting), PAPER).problemOrThrow().message())
          .contains("SEED/ONE_IN", setting);
    }
  }
}
