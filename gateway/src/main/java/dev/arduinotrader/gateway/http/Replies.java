package dev.arduinotrader.gateway.http;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.json.Json;
import io.avaje.jex.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers; the only place that does. */
final class Replies {
  private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
  private static final String JSON = "application/json; charset=utf-8";
  private static final int NO_BODY = -1;

  private Replies() {}

  /** The value as JSON, or the problem that stood in its way. */
  static void send(Context context, int status, Result<?> result) {
    switch (result) {
      case Result.Success<?>(Object value) -> sendValue(context, status, value);
      case Result.Failure<?>(Problem problem) -> refuse(context, Refusal.of(problem));
    }
  }

  static void sendValue(Context context, int status, Object value) {
    context.header("Cache-Control", "no-store");
    send(context, status, JSON, Json.write(value));
  }

  static void send(Context context, int status, String contentType, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    context.contentType(contentType);
    boolean bodiless = context.method().equals("HEAD") || body.length == 0;
    try (OutputStream out = context.exchange().getResponseBody()) {
      context.exchange().sendResponseHeaders(status, bodiless ? NO_BODY : body.length);
      if (!bodiless) {
        out.write(body);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The code, the message and every fault; never a trace. */
  static void refuse(Context context, Refusal refusal) {
    Problem problem = refusal.problem();
    sendValue(
        context,
        refusal.status(),
        new Refused(problem.code(), problem.message(), problem.faults()));
  }

  /** Answers what nobody foresaw. A client that has gone is no fault of ours. */
  static void sendFault(Context context, Exception fault) {
    if (fault instanceof UncheckedIOException) {
      LOG.debug("a client went away: {}", fault.getMessage());
      return;
    }
    LOG.atError()
        .addKeyValue("request_id", context.responseHeader(RequestGuard.CORRELATION_ID))
        .setCause(fault)
        .log("a request failed with a fault of the program");
    if (!context.responseSent()) {
      refuse(
          context,
          Refusal.of(
              CommonReason.INTERNAL.problem(
                  "the gateway met a fault of its own; see its log for the request "
                      + context.responseHeader(RequestGuard.CORRELATION_ID))));
    }
  }

  private record Refused(String code, String message, List<Fault> faults) {}
}
