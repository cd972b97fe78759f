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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class CallLogTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(CallLog.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final CallLog log = new CallLog();

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
            "request_id=req-9", "transport=local", "side=local", "service=planning", "attempt=2");
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
