package dev.arduinotrader.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.metrics.model.CallWindow;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallMetricsTest {
  private static final long MILLISECOND = 1_000_000;

  private final AtomicLong now = new AtomicLong();
  private final CallMetrics metrics = new CallMetrics(now::get);

  private void ended(CallSide side, String method, long millis, CommonReason... failure) {
    Problem problem = failure.length == 0 ? null : failure[0].problem("");
    metrics.ended(
        new CallInfo(side, CallMethod.ofJava("planning", method), "req-1", 1),
        new CallEnd(problem, millis * MILLISECOND, millis * MILLISECOND));
  }

  private CallCounts called() {
    return Objects.requireNonNull(metrics.called().get("planning")).total().lifetime();
  }

  @Test
  void showsTheNumbersOfTheMetricsPage() {
    ended(CallSide.CLIENT, "createPlan", 100);
    ended(CallSide.CLIENT, "createPlan", 200);
    ended(CallSide.LOCAL, "getPlan", 3, CommonReason.UNAVAILABLE);

    assertThat(called().toMap())
        .containsExactly(
            entry("total_calls", 3L),
            entry("failed_calls", 1L),
            entry("success_rate", 0.6667),
            entry("avg_latency_ms", 101.0),
            entry("min_latency_ms", 3.0),
            entry("max_latency_ms", 200.0));
  }

  @Test
  void showsNoNumberThatItDoesNotHave() {
    assertThat(CallCounts.NONE.toMap())
        .containsExactly(
            entry("total_calls", 0L),
            entry("failed_calls", 0L),
            entry("success_rate", null),
            entry("avg_latency_ms", null),
            entry("min_latency_ms", null),
            entry("max_latency_ms", null));
    assertThat(metrics.called()).isEmpty();
  }

  @Test
  void keepsCallsMadeAndCallsAnsweredApart() {
    ended(CallSide.CLIENT, "getPlan", 1);
    ended(CallSide.SERVER, "getPlan", 1);
    ended(CallSide.SERVER, "getPlan", 1);
    ended(CallSide.LOCAL, "getPlan", 1);

    assertThat(called().totalCalls()).isEqualTo(2);
    assertThat(
            Objects.requireNonNull(metrics.served().get("planning"))
                .total()
                .lifetime()
                .totalCalls())
        .isEqualTo(3);
  }

  @Test
  void keepsTheLastFiveMinutesOfEachMethod() {
    ended(CallSide.CLIENT, "createPlan", 100);
    ended(CallSide.LOCAL, "getPlan", 4, CommonReason.UNAVAILABLE);
    now.addAndGet(TimeUnit.MINUTES.toNanos(6));
    ended(CallSide.CLIENT, "getPlan", 2);

    ServiceMetricsSnapshot planning = Objects.requireNonNull(metrics.called().get("planning"));
    assertThat(planning.total().lifetime().totalCalls()).isEqualTo(3);
    assertThat(planning.total().recent().totalCalls()).isEqualTo(1);
    assertThat(planning.total().recent().successRate()).isEqualTo(1.0);
    assertThat(Objects.requireNonNull(planning.methods().get("CreatePlan")).recent())
        .isEqualTo(CallWindow.NONE);
  }

  @Test
  void leavesProbesOut() {
    ended(CallSide.CLIENT, "healthCheck", 1);
    metrics.ended(
        new CallInfo(CallSide.SERVER, CallMethod.ofGrpc("grpc.health.v1.Health/Check"), "req-1", 1),
        new CallEnd(null, 1, 1));

    assertThat(metrics.called()).isEmpty();
    assertThat(metrics.served()).isEmpty();
  }

  @Test
  void mergesProcessesAsIfTheyWereOne() {
    CallMetrics other = new CallMetrics();
    other.ended(
        new CallInfo(CallSide.CLIENT, CallMethod.ofJava("planning", "getPlan"), "req-2", 1),
        new CallEnd(null, 7 * MILLISECOND, 7 * MILLISECOND));
    ended(CallSide.CLIENT, "getPlan", 1);
    ended(CallSide.CLIENT, "createPlan", 1);

    CallCounts total =
        Objects.requireNonNull(CallMetrics.merged(metrics.called(), other.called()).get("planning"))
            .total()
            .lifetime();

    assertThat(total.totalCalls()).isEqualTo(3);
    assertThat(total.maxLatencyMillis()).isEqualTo(7.0);
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void doesNotBlameTheServiceForItsCallersMistakes(FailureKind kind) {
    boolean callersMistake =
        List.of(
                FailureKind.INVALID_ARGUMENT,
                FailureKind.NOT_FOUND,
                FailureKind.ALREADY_EXISTS,
                FailureKind.FAILED_PRECONDITION,
                FailureKind.CANCELLED)
            .contains(kind);

    assertThat(
            new CallEnd(new Problem(kind, "CODE", "", List.of()), 1, 1)
                .isFailureOf(CallMethod.ofJava("planning", "getPlan")))
        .isEqualTo(!callersMistake);
  }

  @Test
  void namesAMethodTheSameWayLocallyAndRemotely() {
    assertThat(CallMethod.ofJava("planning", "createPlan"))
        .isEqualTo(CallMethod.ofGrpc("arduino_trader.planning.PlanningService/CreatePlan"));
    assertThat(CallMethod.ofGrpc("grpc.health.v1.Health/Check").isInfrastructure()).isTrue();
    assertThat(CallMethod.ofGrpc("grpc.health.v1.Health/Check").service())
        .isEqualTo("grpc.health.v1.Health");
  }

  @Test
  void measuresAStreamToItsFirstMessage() {
    List<CallEnd> ends = new java.util.ArrayList<>();
    CallInfo call =
        new CallInfo(CallSide.LOCAL, CallMethod.ofJava("planning", "createPlan"), "req-1", 1);
    ObservedCall observed = ObservedCall.start(call, List.of((info, end) -> ends.add(end)));

    observed.message();
    observed.message();
    observed.end(null);
    observed.end(CommonReason.CANCELLED.problem("too late to count"));

    assertThat(ends).hasSize(1);
    assertThat(ends.getFirst().problem()).isNull();
    assertThat(ends.getFirst().latencyNanos())
        .isPositive()
        .isLessThanOrEqualTo(ends.getFirst().durationNanos());
  }
}
