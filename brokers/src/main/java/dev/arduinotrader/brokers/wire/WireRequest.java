package dev.arduinotrader.brokers.wire;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request.
 *
 * @param name how messages call it; without secrets, unlike the address
 * @param headers may hold secrets, so they are never shown
 * @param body what is posted, as UTF-8; null for everything else
 * @param timeout for the whole answer, its last byte included
 */
public record WireRequest(
    String name,
    URI address,
    Map<String, String> headers,
    @Nullable String body,
    Duration timeout,
    Method method) {
  /** What HTTP calls the kind of a request. */
  public enum Method {
    GET,
    POST,
    DELETE
  }

  public WireRequest {
    headers = Map.copyOf(headers);
  }

  /** A GET without a body, and otherwise a POST. */
  public WireRequest(
      String name,
      URI address,
      Map<String, String> headers,
      @Nullable String body,
      Duration timeout) {
    this(name, address, headers, body, timeout, body == null ? Method.GET : Method.POST);
  }

  /** A DELETE, which has no body. */
  public static WireRequest delete(
      String name, URI address, Map<String, String> headers, Duration timeout) {
    return new WireRequest(name, address, headers, null, timeout, Method.DELETE);
  }

  /** A GET. */
  public static WireRequest get(
      String name, URI address, Map<String, String> headers, Duration timeout) {
    return new WireRequest(name, address, headers, null, timeout);
  }

  @Override
  public String toString() {
    return name;
  }
}
