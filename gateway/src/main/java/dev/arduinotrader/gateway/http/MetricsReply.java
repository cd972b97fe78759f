package dev.arduinotrader.gateway.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arduinotrader.gateway.SystemMetrics;
import dev.arduinotrader.gateway.SystemMetrics.ServiceFigures;
import dev.arduinotrader.platform.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of all seven services in the shape that monitoring reads. */
final class MetricsReply {
  private static final List<String> SERVICES =
      List.of("planning", "scoring", "optimization", "portfolio", "trading", "universe", "gateway");
  private static final int RATE_DIGITS = 4;
  private static final int MILLISECOND_DIGITS = 2;

  private MetricsReply() {}

  /** One object per service, in the order of their ports; latencies are null before any call. */
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
    return Json.mapper()
        .createObjectNode()
        .put("total_calls", figures.totalCalls())
        .put("failed_calls", figures.failedCalls())
        .put("success_rate", rounded(figures.successRate(), RATE_DIGITS))
        .put("avg_latency_ms", rounded(figures.averageLatencyMillis(), MILLISECOND_DIGITS))
        .put("min_latency_ms", rounded(figures.minimumLatencyMillis(), MILLISECOND_DIGITS))
        .put("max_latency_ms", rounded(figures.maximumLatencyMillis(), MILLISECOND_DIGITS));
  }

  private static @Nullable Double rounded(@Nullable Double value, int digits) {
    double scale = Math.pow(10, digits);
    return value == null ? null : Math.round(value * scale) / scale;
  }
}
