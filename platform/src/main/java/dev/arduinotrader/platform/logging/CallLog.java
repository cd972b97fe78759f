package dev.arduinotrader.platform.logging;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.metrics.CallEnd;
import dev.arduinotrader.platform.metrics.CallInfo;
import dev.arduinotrader.platform.metrics.CallMethod;
import dev.arduinotrader.platform.metrics.CallObserver;
import dev.arduinotrader.platform.metrics.CallSide;
import dev.arduinotrader.platform.trace.TraceContext;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes the "gRPC call ..." lines, the same for local and remote calls, on either side. The fields
 * of a line say what was called, how it went, between which devices, and what it belongs to.
 */
public final class CallLog implements CallObserver {
  private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
  private static final Pattern LINE_BREAKS = Pattern.compile("\\R+");
  private static final long NANOS_PER_HUNDREDTH = 10_000;
  private static final String EVENT = "grpc_call";
  private static final String UNKNOWN = "unknown";

  private final String device;

  /**
   * @param device where this process runs
   */
  public CallLog(String device) {
    this.device = device;
  }

  @Override
  public void started(CallInfo call) {
    if (LOG.isDebugEnabled()) {
      line(Level.DEBUG, call).log("gRPC call started: " + call.method().fullName());
    }
  }

  @Override
  public void ended(CallInfo call, CallEnd end) {
    Level level = isQuiet(call.method(), end.problem()) ? Level.DEBUG : Level.INFO;
    if (!LOG.isEnabledForLevel(level)) {
      return;
    }
    Problem problem = end.problem();
    String duration = millis(end.durationNanos());
    String what = call.method().fullName() + " (" + duration + "ms)";
    between(line(level, call), call, end.peerDevice())
        .addKeyValue("latency_ms", duration)
        .addKeyValue("success", problem == null)
        .log(
            problem == null
                ? "gRPC call succeeded: " + what
                : "gRPC call failed: " + what + " - " + details(problem));
  }

  private static LoggingEventBuilder line(Level level, CallInfo call) {
    LoggingEventBuilder line =
        LOG.atLevel(level)
            .addKeyValue("event", EVENT)
            .addKeyValue("service", call.method().service())
            .addKeyValue("method", call.method().name())
            .addKeyValue("request_id", call.requestId())
            .addKeyValue("attempt", call.attempt())
            .addKeyValue("transport", call.side().transport())
            .addKeyValue("side", call.side().name().toLowerCase(Locale.ROOT));
    TraceContext trace = call.trace();
    if (trace == null) {
      return line;
    }
    LoggingEventBuilder traced =
        line.addKeyValue("trace_id", trace.traceId()).addKeyValue("span_id", trace.spanId());
    return trace.parentId().map(parent -> traced.addKeyValue("parent_id", parent)).orElse(traced);
  }

  private LoggingEventBuilder between(
      LoggingEventBuilder line, CallInfo call, @Nullable String answering) {
    String peer =
        switch (call.side()) {
          case CLIENT -> answering;
          case SERVER -> call.peerDevice();
          case LOCAL -> device;
        };
    String other = peer == null ? UNKNOWN : peer;
    boolean called = call.side() == CallSide.CLIENT;
    return line.addKeyValue("client_device", called ? device : other)
        .addKeyValue("server_device", called ? other : device);
  }

  /** Probes come every few seconds, and a watch always ends this way: no news for a reader. */
  private static boolean isQuiet(CallMethod method, @Nullable Problem problem) {
    boolean endedWatch =
        method.isWatch()
            && problem != null
            && (problem.kind() == FailureKind.DEADLINE_EXCEEDED
                || problem.kind() == FailureKind.CANCELLED);
    return method.isHealthCheck() || method.isInfrastructure() || endedWatch;
  }

  private static String details(Problem problem) {
    String kind = problem.kind().name();
    String code = problem.code().equals(kind) ? "" : problem.code() + ": ";
    return kind + ": " + code + LINE_BREAKS.matcher(problem.message()).replaceAll(" ");
  }

  private static String millis(long nanos) {
    long hundredths = nanos / NANOS_PER_HUNDREDTH;
    long rest = hundredths % 100;
    return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest;
  }
}
