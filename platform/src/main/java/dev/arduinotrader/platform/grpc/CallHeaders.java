package dev.arduinotrader.platform.grpc;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.RequestId;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.platform.trace.TraceContext;
import dev.arduinotrader.platform.trace.Tracing;
import io.grpc.Metadata;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The call context on the wire: the metadata that common.proto names, and gRPC's own deadline. */
public final class CallHeaders {
  public static final Metadata.Key<String> ACCOUNT = ascii("x-account-id");
  public static final Metadata.Key<String> ACTOR = ascii("x-actor");
  public static final Metadata.Key<String> REQUEST_ID = ascii("x-request-id");
  public static final Metadata.Key<String> DECISION_TIME = ascii("x-decision-time");

  /** The method that a caller further up repeats if it fails; nothing below it is repeated. */
  public static final Metadata.Key<String> REPEATED_BY = ascii("x-repeated-by");

  /** 1 for the first try, 2 for the first retry; absent means 1. */
  public static final Metadata.Key<String> ATTEMPT = ascii("x-attempt");

  /** The call's place in its trace, as W3C writes it. */
  public static final Metadata.Key<String> TRACEPARENT = ascii("traceparent");

  /** What tracers on the way noted, in W3C's {@code tracestate}; read by none of us. */
  public static final Metadata.Key<String> TRACESTATE = ascii("tracestate");

  /** The caller's device, for the log; nothing is decided by it. */
  public static final Metadata.Key<String> CLIENT_DEVICE = ascii("x-client-device");

  /** In the trailers: the device that answered, for the log. */
  public static final Metadata.Key<String> SERVER_DEVICE = ascii("x-server-device");

  private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");

  private static final Duration LONGEST_CALL = Duration.ofMinutes(10);

  private CallHeaders() {}

  private static Metadata.Key<String> ascii(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }

  /** Which attempt the metadata belong to, from 1. */
  public static int attempt(Metadata headers) {
    String attempt = headers.get(ATTEMPT);
    return attempt != null && attempt.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(attempt) : 1;
  }

  /** The device that the other side says it is, null when it says none that can be one. */
  public static @Nullable String device(Metadata metadata, Metadata.Key<String> key) {
    String device = metadata.get(key);
    return device != null && DEVICE.matcher(device).matches() ? device : null;
  }

  /** The notes of tracers that came with a call, in the order of their headers; empty for none. */
  public static String traceState(Metadata headers) {
    Iterable<String> all = headers.getAll(TRACESTATE);
    return all == null ? "" : String.join(",", all);
  }

  static Metadata toMetadata(CallContext context) {
    Metadata headers = new Metadata();
    headers.put(ACCOUNT, context.account().value());
    headers.put(ACTOR, URLEncoder.encode(context.actor(), StandardCharsets.UTF_8));
    headers.put(REQUEST_ID, context.requestId().value());
    headers.put(DECISION_TIME, context.decisionTime().toString());
    TraceContext trace = Tracing.next(context.requestId().value());
    headers.put(TRACEPARENT, trace.header());
    if (!trace.state().isEmpty()) {
      headers.put(TRACESTATE, trace.state());
    }
    return headers;
  }

  /**
   * The context that a caller sent, with a default for everything that it left out.
   *
   * @throws IllegalArgumentException naming the header that cannot be read
   */
  static CallContext fromMetadata(
      Metadata headers, io.grpc.@Nullable Deadline deadline, TraderClock clock, Ids ids) {
    String account = headers.get(ACCOUNT);
    String actor = headers.get(ACTOR);
    String requestId = headers.get(REQUEST_ID);
    String decisionTime = headers.get(DECISION_TIME);
    return new CallContext(
        account == null ? AccountId.SHARED : AccountId.of(account),
        actor == null ? "anonymous" : URLDecoder.decode(actor, StandardCharsets.UTF_8),
        requestId == null ? ids.nextRequestId() : RequestId.of(requestId),
        deadline == null
            ? Deadline.after(LONGEST_CALL)
            : Deadline.after(Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS))),
        decisionTime == null ? clock.now() : instant(decisionTime));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (java.time.format.DateTimeParseException e) {
      throw new IllegalArgumentException(
          "expected an instant such as 2026-01-31T12:00:00Z in x-decision-time, found '"
              + text
              + "'",
          e);
    }
  }
}
