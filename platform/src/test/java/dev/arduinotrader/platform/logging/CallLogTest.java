package dev.arduinotrader.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.metrics.CallEnd;
import dev.arduinotrader.platform.metrics.CallInfo;
import dev.arduinotrader.platform.metrics.CallMethod;
import dev.arduinotrader.platform.metrics.CallSide;
import dev.arduinotrader.platform.trace.TraceContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class CallLogTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(CallLog.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final CallLog log = new CallLog("board-1");

  @BeforeEach
  void listen() {
    lines.start();
    logger.addAppender(lines);
    logger.setLevel(Level.DEBUG);
    logger.setAdditive(false);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(lines);
    logger.setLevel(null);
    logger.setAdditive(true);
  }

  private void call(CallSide side, String method, @Nullable Problem problem) {
    CallInfo call = new CallInfo(side, CallMethod.ofJava("planning", method), "req-9", 2);
    log.started(call);
    log.ended(call, new CallEnd(problem, 12_345_678, 1));
  }

  @Test
  void writesTheLinesOfASuccess() {
    call(CallSide.LOCAL, "getPlan", null);

    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "gRPC call started: arduino_trader.planning.PlanningService/GetPlan",
            "gRPC call succeeded: arduino_trader.planning.PlanningService/GetPlan (12.34ms)");
    assertThat(lines.list)
        .extracting(ILoggingEvent::getLevel)
        .containsExactly(Level.DEBUG, Level.INFO);
    assertThat(lines.list.getLast().getKeyValuePairs())
        .extracting(pair -> pair.key + "=" + pair.value)
        .containsExactly(
            "event=grpc_call",
            "service=planning",
            "method=GetPlan",
            "request_id=req-9",
            "attempt=2",
            "transport=local",
            "side=local",
            "client_device=board-1",
            "server_device=board-1",
            "latency_ms=12.34",
            "success=true");
  }

  @Test
  void namesBothDevicesAndTheTraceOfARemoteCall() {
    TraceContext trace = new TraceContext(1, 2, 4, 3, 1);
    CallMethod method = CallMethod.ofJava("planning", "createPlan");
    log.ended(
        new CallInfo(CallSide.SERVER, method, "req-9", 1, trace, "primary"),
        new CallEnd(null, 1, 1));
    log.ended(
        new CallInfo(CallSide.CLIENT, method, "req-9", 1, trace.child(9), null),
        new CallEnd(CommonReason.UNAVAILABLE.problem("gone"), 1, 1));

    assertThat(fields(0))
        .contains(
            "trace_id=00000000000000010000000000000002",
            "span_id=0000000000000004",
            "parent_id=0000000000000003",
            "client_device=primary",
            "server_device=board-1");
    assertThat(fields(1))
        .contains(
            "parent_id=0000000000000004",
            "client_device=board-1",
            "server_device=unknown",
            "success=false");
  }

  private List<String> fields(int line) {
    return lines.list.get(line).getKeyValuePairs().stream()
        .map(pair -> pair.key + "=" + pair.value)
        .toList();
  }

  @Test
  void writesAFailureOnOneLine() {
    call(
        CallSide.CLIENT,
        "getPlan",
        CommonReason.OVERLOADED.problem("10 calls already\nMaybe try again."));

    assertThat(lines.list.getLast().getFormattedMessage())
        .isEqualTo(
            "gRPC call failed: arduino_trader.planning.PlanningService/GetPlan (12.34ms)"
                + " - RESOURCE_EXHAUSTED: OVERLOADED: 10 calls already Maybe try again.");
    assertThat(lines.list.getLast().getLevel()).isEqualTo(Level.INFO);
  }

  @Test
  void saysAPlainReasonOnce() {
    call(CallSide.SERVER, "getPlan", CommonReason.NOT_FOUND.problem("no plan abc"));

    assertThat(lines.list.getLast().getFormattedMessage()).endsWith(" - NOT_FOUND: no plan abc");
  }

  @Test
  void keepsProbesAndTheEndOfWatchesOutOfTheLog() {
    logger.setLevel(Level.INFO);

    call(CallSide.CLIENT, "healthCheck", CommonReason.UNAVAILABLE.problem("nobody there"));
    call(CallSide.CLIENT, "watchEvents", CommonReason.DEADLINE_EXCEEDED.problem("the usual end"));

    assertThat(lines.list).isEmpty();
  }
}
