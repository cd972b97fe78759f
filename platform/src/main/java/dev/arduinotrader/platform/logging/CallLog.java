package dev.arduinotrader.platform.logging;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.metrics.CallEnd;
import dev.arduinotrader.platform.metrics.CallInfo;
import dev.arduinotrader.platform.metrics.CallMethod;
import dev.arduinotrader.platform.metrics.CallObserver;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Writes the "gRPC call ..." lines, the same for local and remote calls, on either side. */
public final class CallLog implements CallObserver {
  private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
  private static final Pattern LINE_BREAKS = Pattern.compile("\\R+");
  private static final long NANOS_PER_HUNDREDTH = 10_000;

  @Override
  public void started(CallInfo call) {
    if (LOG.isDebugEnabled()) {
      write(Level.DEBUG, call, "gRPC call started: " + call.method().fullName());
    }
  }

  @Override
  public void ended(CallInfo call, CallEnd end) {
    Level level = isQuiet(call.method(), end.problem()) ? Level.DEBUG : Level.INFO;
    if (!LOG.isEnabledForLevel(level)) {
      return;
    }
    Problem problem = end.problem();
    String what = call.method().fullName() + " (" + millis(end.durationNanos()) + "ms)";
    write(
        level,
        call,
        problem == null
            ? "gRPC call succeeded: " + what
            : "gRPC call failed: " + what + " - " + details(problem));
  }

  private static void write(Level level, CallInfo call, String line) {
    LOG.atLevel(level)
        .addKeyValue("request_id", call.requestId())
        .addKeyValue("transport", call.side().transport())
        .addKeyValue("side", call.side().name().toLowerCase(Locale.ROOT))
        .addKeyValue("service", call.method().service())
        .addKeyValue("attempt", call.attempt())
        .log(line);
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
