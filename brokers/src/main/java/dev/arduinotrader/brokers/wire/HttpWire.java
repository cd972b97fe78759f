package dev.arduinotrader.brokers.wire;

import dev.arduinotrader.kernel.result.Result;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The JDK's HTTP client, with a limit on the time of the whole answer and on its size. */
public final class HttpWire implements Wire, AutoCloseable {
  private static final Duration CONNECT_TIMEOUT_MAX = Duration.ofSeconds(10);
  private static final int BODY_BYTES_MAX = 16 * 1024 * 1024;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Object opening = new Object();
  private volatile @Nullable HttpClient client;

  /** Opened by the first request: it costs a start 170 ms, and most never send one. */
  private HttpClient client() {
    HttpClient opened = client;
    if (opened != null) {
      return opened;
    }
    synchronized (opening) {
      HttpClient first = client;
      if (first == null) {
        first =
            HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT_MAX)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(threads)
                .build();
        client = first;
      }
      return first;
    }
  }

  @Override
  public Result<WireReply> send(WireRequest request) {
    // The client's own timeout ends with the headers; a body that drips must end in time as well.
    Future<WireReply> answer = threads.submit(() -> exchange(request));
    try {
      return Result.success(answer.get(request.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return WireReason.WIRE_TIMEOUT.failure(
          "expected the whole answer to %s from %s within %s s, found none"
              .formatted(request, host(request), request.timeout().toMillis() / 1000.0));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return WireReason.WIRE_INTERRUPTED.failure("gave up waiting for the answer to " + request);
    } catch (ExecutionException e) {
      return failed(request, e);
    }
  }

  private WireReply exchange(WireRequest request) throws IOException, InterruptedException {
    HttpRequest.Builder builder = HttpRequest.newBuilder(request.address());
    request.headers().forEach(builder::header);
    String body = request.body();
    builder.method(
        request.method().name(),
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    HttpResponse<InputStream> response =
        client().send(builder.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream content = response.body()) {
      byte[] bytes = content.readNBytes(BODY_BYTES_MAX + 1);
      if (bytes.length > BODY_BYTES_MAX) {
        throw new TooLargeException();
      }
      return new WireReply(
          response.statusCode(),
          response.headers().firstValue("Retry-After"),
          new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private static Result<WireReply> failed(WireRequest request, ExecutionException failure) {
    String place = request + " to " + host(request);
    return switch (failure.getCause()) {
      case TooLargeException ignored ->
          WireReason.WIRE_MALFORMED.failure(
              "expected an answer of at most %d MiB to %s, found more"
                  .formatted(BODY_BYTES_MAX / (1024 * 1024), place));
      case ConnectException e -> notSent(place, e);
      case HttpConnectTimeoutException e -> notSent(place, e);
      case UnresolvedAddressException e -> notSent(place, e);
      case IOException e ->
          WireReason.WIRE_LOST.failure(
              "the connection broke during %s (%s)".formatted(place, said(e)));
      case null, default -> throw new IllegalStateException("sending " + place, failure);
    };
  }

  private static Result<WireReply> notSent(String place, Exception cause) {
    return WireReason.WIRE_NOT_SENT.failure(
        "no connection for %s (%s)\nMaybe the network is down or the address is wrong."
            .formatted(place, said(cause)));
  }

  private static String said(Exception cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  private static String host(WireRequest request) {
    return request.address().getAuthority();
  }

  @Override
  public void close() {
    HttpClient opened = client;
    if (opened != null) {
      opened.shutdownNow();
    }
    threads.shutdownNow();
  }

  private static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
