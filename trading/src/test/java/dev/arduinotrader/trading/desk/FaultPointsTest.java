package dev.arduinotrader.trading.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.arduinotrader.trading.desk.FaultPoints.Step;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultPointsTest {
  @Test
  void hasTheNamesThatWholeProcessTestsUse() {
    assertThat(Step.AFTER_INTENT.faultName()).isEqualTo("exit-after-intent");
    assertThat(Step.AFTER_SUBMIT_BEFORE_ACK.faultName()).isEqualTo("exit-after-submit-before-ack");
    assertThat(Step.AFTER_EXECUTION_BEFORE_BOOKING.faultName())
        .isEqualTo("exit-after-execution-before-booking");
  }

  @Test
  void doesNothingUnlessAskedFor() {
    FaultPoints none = FaultPoints.from(Map.of());
    FaultPoints other = FaultPoints.from(Map.of(FaultPoints.VARIABLE, "exit-after-ack"));
    assertThatCode(() -> none.reach(Step.AFTER_INTENT)).doesNotThrowAnyException();
    assertThatCode(() -> other.reach(Step.AFTER_INTENT)).doesNotThrowAnyException();
  }
}
