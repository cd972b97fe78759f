package dev.arduinotrader.gateway.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arduinotrader.gateway.SystemMetrics;
import dev.arduinotrader.gateway.SystemMetrics.BreakerFigures;
import dev.arduinotrader.gateway.SystemMetrics.CallFigures;
import dev.arduinotrader.gateway.SystemMetrics.Calls;
import dev.arduinotrader.gateway.SystemMetrics.MethodFigures;
import dev.arduinotrader.gateway.SystemMetrics.ServiceFigures;
import dev.arduinotrader.gateway.SystemMetrics.WindowFigures;
import dev.arduinotrader.platform.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of all seven services in the shape that monitoring reads. */
final class MetricsReply {
  private static final List<String> SERVICES =
      List.of("planning", "scoring", "optimization", "portfolio", "trading", "universe", "gateway");
  private static final int RATE_DIGITS = 4;
  private static final int MILLISECOND_DIGITS = 2;
  private static final int SECOND_DIGITS = 1;

  private MetricsReply() {}

  /**
   * One object per service, in the order of their ports: first the six lifetime figures, then what
   * else is known. What needs a call is null without one.
   */
  static ObjectNode of(SystemMetrics metrics) {
    ObjectNode reply = Json.mapper().createObjectNode();
    for (String service : SERVICES) {
      ServiceFigures figures = metrics.services().get(service);
      if (figures == null) {
        throw new IllegalStateException("expected figures of " + service + ", found none");
      }
      reply.set(service, figures(figures));
    }
    return reply;
  }

  private static ObjectNode figures(ServiceFigures figures) {
    ObjectNode node = calls(figures.calls());
    node.put("stale", figures.stale());
    node.put("age_seconds", rounded(figures.ageSeconds(), SECOND_DIGITS));
    ObjectNode methods = node.putObject("methods");
    for (MethodFigures method : figures.methods()) {
      ObjectNode sides = methods.putObject(method.method());
      sides.set("called", calls(method.called()));
      sides.set("answered", calls(method.answered()));
    }
    ObjectNode breakers = node.putObject("circuit_breakers");
    figures.breakers().forEach(breaker -> breakers.set(breaker.caller(), breaker(breaker)));
    return node;
  }

  private static ObjectNode calls(Calls calls) {
    ObjectNode node = lifetime(calls.lifetime());
    node.set("last_5_minutes", window(calls.window()));
    return node;
  }

  private static ObjectNode lifetime(CallFigures figures) {
    return Json.mapper()
        .createObjectNode()
        .put("total_calls", figures.totalCalls())
        .put("failed_calls", figures.failedCalls())
        .put("success_rate", rounded(figures.successRate(), RATE_DIGITS))
        .put("avg_latency_ms", rounded(figures.averageLatencyMillis(), MILLISECOND_DIGITS))
        .put("min_latency_ms", rounded(figures.minimumLatencyMillis(), MILLISECOND_DIGITS))
        .put("max_latency_ms", rounded(figures.maximumLatencyMillis(), MILLISECOND_DIGITS));
  }

  private static ObjectNode window(WindowFigures figures) {
    return Json.mapper()
        .createObjectNode()
        .put("total_calls", figures.totalCalls())
        .put("failed_calls", figures.failedCalls())
        .put("success_rate", rounded(figures.successRate(), RATE_DIGITS))
        .put("avg_latency_ms", rounded(figures.averageLatencyMillis(), MILLISECOND_DIGITS))
        .put("p50_latency_ms", rounded(figures.p50LatencyMillis(), MILLISECOND_DIGITS))
        .put("p95_latency_ms", rounded(figures.p95LatencyMillis(), MILLISECOND_DIGITS))
        .put("p99_latency_ms", rounded(figures.p99LatencyMillis(), MILLISECOND_DIGITS));
  }

  private static ObjectNode breaker(BreakerFigures figures) {
    return Json.mapper()
        .createObjectNode()
        .put("state", figures.state())
        .put("failures_in_row", figures.failuresInRow())
        .put("times_opened", figures.timesOpened())
        .put("refused_calls", figures.refusedCalls());
  }

  private static @Nullable Double rounded(@Nullable Double value, int digits) {
    double scale = Math.pow(10, digits);
    return value == null ? null : Math.round(value * scale) / scale;
  }
}
