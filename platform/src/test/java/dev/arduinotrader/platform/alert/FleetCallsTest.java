package dev.arduinotrader.platform.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.platform.alert.model.CallSample;
import dev.arduinotrader.platform.alert.model.CircuitSeen;
import dev.arduinotrader.platform.figures.ProcessFigures;
import dev.arduinotrader.platform.metrics.CallEnd;
import dev.arduinotrader.platform.metrics.CallInfo;
import dev.arduinotrader.platform.metrics.CallMethod;
import dev.arduinotrader.platform.metrics.CallMetrics;
import dev.arduinotrader.platform.metrics.CallSide;
import dev.arduinotrader.platform.resilience.BreakerView;
import dev.arduinotrader.platform.resilience.BreakerView.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetCallsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final CallMetrics gateway = new CallMetrics();
  private final CallMetrics planning = new CallMetrics();
  private final FleetCalls fleet = new FleetCalls();

  private static void call(CallMetrics metrics, CallSide side, String service, boolean good) {
    metrics.ended(
        new CallInfo(side, CallMethod.ofJava(service, "getThing"), "req-1", 1),
        new CallEnd(good ? null : CommonReason.UNAVAILABLE.problem("gone"), 10, 10));
  }

  private static ProcessFigures told(String instance, CallMetrics metrics, Kind... scoring) {
    return ProcessFigures.of(
        instance,
        "primary",
        List.of(),
        metrics,
        List.of(scoring).stream().map(FleetCallsTest::breaker).toList());
  }

  private static BreakerView breaker(Kind kind) {
    return new BreakerView("scoring", kind, 0, Duration.ZERO, Duration.ZERO, 1, 0);
  }

  private CallSample scoring() {
    return fleet.sample("scoring", NOW);
  }

  @Test
  void addsTheCallsOfAllCallersAndNoneThatWereAnswered() {
    fleet.look(List.of(told("g", gateway), told("p", planning)));
    call(gateway, CallSide.LOCAL, "scoring", true);
    call(planning, CallSide.CLIENT, "scoring", false);
    call(planning, CallSide.SERVER, "scoring", true);
    call(planning, CallSide.CLIENT, "universe", true);

    fleet.look(List.of(told("g", gateway), told("p", planning)));
    assertThat(scoring()).isEqualTo(new CallSample(NOW, 2, 1, 20));
    assertThat(fleet.sample("universe", NOW).calls()).isEqualTo(1);
    assertThat(fleet.sample("trading", NOW).calls()).isZero();

    fleet.look(List.of(told("g", gateway), told("p", planning)));
    assertThat(scoring()).isEqualTo(new CallSample(NOW, 2, 1, 20));
  }

  @Test
  void takesWhatAProcessHadCountedBeforeItWasHeardForNoNews() {
    call(planning, CallSide.CLIENT, "scoring", false);
    fleet.look(List.of(told("g", gateway)));
    fleet.look(List.of(told("g", gateway), told("p", planning)));
    assertThat(scoring().calls()).isZero();

    call(planning, CallSide.CLIENT, "scoring", true);
    fleet.look(List.of(told("g", gateway), told("p", planning)));
    assertThat(scoring()).isEqualTo(new CallSample(NOW, 1, 0, 10));
  }

  @Test
  void neverCountsBackWhenAProcessIsBegunAnewOrGone() {
    fleet.look(List.of(told("p", planning)));
    call(planning, CallSide.CLIENT, "scoring", true);
    fleet.look(List.of(told("p", planning)));
    fleet.look(List.of(told("p again", new CallMetrics())));
    fleet.look(List.of());

    assertThat(scoring().calls()).isEqualTo(1);
  }

  @Test
  void seesABreakerThatIsOpenInAnyProcess() {
    fleet.look(List.of(told("g", gateway, Kind.CLOSED), told("p", planning, Kind.OPEN)));
    assertThat(fleet.circuit("scoring")).isEqualTo(CircuitSeen.OPEN);
    assertThat(fleet.circuit("universe")).isEqualTo(CircuitSeen.CLOSED);

    fleet.look(List.of(told("g", gateway, Kind.HALF_OPEN), told("p", planning, Kind.CLOSED)));
    assertThat(fleet.circuit("scoring")).isEqualTo(CircuitSeen.HALF_OPEN);

    fleet.look(List.of(told("g", gateway, Kind.CLOSED), told("p", planning, Kind.CLOSED)));
    assertThat(fleet.circuit("scoring")).isEqualTo(CircuitSeen.CLOSED);
  }
}
