package dev.arduinotrader.platform.alert;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks and posts to web addresses of others; never repeats an address in what it says. */
final class WebDoor implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int STATUS_CLASS = 100;
  private static final int SUCCESS_CLASS = 2;

  /** Plain text is for the device and the home network. */
  private static final Pattern NEAR =
      Pattern.compile(
          "localhost|\\[::1]|127\\.[0-9.]+|10\\.[0-9.]+|192\\.168\\.[0-9.]+"
              + "|172\\.(?:1[6-9]|2[0-9]|3[01])\\.[0-9.]+|[^.:]+|.*\\.(?:local|lan|home\\.arpa)");

  /** Costs time and threads, so it is made when somebody is asked first. */
  private @Nullable HttpClient client;

  private synchronized HttpClient client() {
    HttpClient made = client;
    if (made == null) {
      made =
          HttpClient.newBuilder()
              .connectTimeout(TIMEOUT)
              .followRedirects(HttpClient.Redirect.NEVER)
              .build();
      client = made;
    }
    return made;
  }

  /** Reads an address; plain http is taken for this device and the home network only. */
  static Result<URI> address(String name, String text) {
    URI address;
    try {
      address = URI.create(text.strip());
    } catch (IllegalArgumentException e) {
      return refused(name);
    }
    String host = address.getHost();
    boolean sound =
        host != null
            && ("https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && NEAR.matcher(host).matches()));
    return sound ? Result.success(address) : refused(name);
  }

  private static Result<URI> refused(String name) {
    return CommonReason.INVALID_ARGUMENT.failure(
        name + ": expected an https address, or http within the home network, found another text");
  }

  Result<Done> post(String name, URI address, Map<String, String> headers, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    headers.forEach(request::header);
    return send(name, request);
  }

  Result<Done> get(String name, URI address) {
    return send(name, HttpRequest.newBuilder(address).GET());
  }

  private Result<Done> send(String name, HttpRequest.Builder request) {
    try {
      int status =
          client()
              .send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.discarding())
              .statusCode();
      return status / STATUS_CLASS == SUCCESS_CLASS
          ? Result.success(Done.DONE)
          : AlertReason.ALERT_NOT_SENT.failure(
              name + ": expected an answer of 200 to 299, found " + status);
    } catch (IOException e) {
      return AlertReason.ALERT_NOT_SENT.failure(
          name + ": no answer: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return AlertReason.ALERT_NOT_SENT.failure(name + ": the process stops");
    }
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.shutdownNow();
    }
  }
}
