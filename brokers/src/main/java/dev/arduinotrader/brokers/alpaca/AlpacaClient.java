package dev.arduinotrader.brokers.alpaca;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.brokers.wire.PacedWire;
import dev.arduinotrader.brokers.wire.RetryPolicy;
import dev.arduinotrader.brokers.wire.Urgency;
import dev.arduinotrader.brokers.wire.WireReason;
import dev.arduinotrader.brokers.wire.WireReply;
import dev.arduinotrader.brokers.wire.WireRequest;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.json.Json;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sends requests. Only JSON is an answer, and only the broker's own JSON of an error is a no: what
 * a proxy says about it is neither.
 */
public final class AlpacaClient {
  private static final int NOT_FOUND = 404;
  private static final int FORBIDDEN = 403;
  private static final int UNPROCESSABLE = 422;

  private final AlpacaSettings settings;
  private final PacedWire wire;

  public AlpacaClient(AlpacaSettings settings, PacedWire wire) {
    this.settings = settings;
    this.wire = wire;
  }

  /** Asks for something that must be there; tried again after transient faults. */
  Result<JsonNode> read(String name, String path, Urgency urgency) {
    return wire.send(() -> get(name, path), RetryPolicy.READS, urgency)
        .then(reply -> json(name, reply));
  }

  /** Asks for something; empty when the broker itself says that there is none. */
  Result<Optional<JsonNode>> find(String name, String path, Urgency urgency) {
    return wire.send(() -> get(name, path), RetryPolicy.READS, urgency, Set.of(NOT_FOUND))
        .then(reply -> json(name, reply).then(answer -> found(name, reply, answer)));
  }

  private static Result<Optional<JsonNode>> found(String name, WireReply reply, JsonNode answer) {
    if (reply.isOk()) {
      return Result.success(Optional.of(answer));
    }
    return isError(answer)
        ? Result.success(Optional.empty())
        : WireReason.WIRE_MALFORMED.failure(
            "expected the broker's own words that it has no %s, found '%s'"
                .formatted(name, reply.beginning()));
  }

  /**
   * Sends an order once, unless it could still be under way at the deadline. The broker's refusals
   * are answers as well.
   */
  Result<WireReply> postOnceBefore(
      Deadline deadline, String name, String path, Map<String, ?> body) {
    String text = Json.write(body);
    return wire.sendOnceBefore(
        deadline,
        () -> new WireRequest(name, address(path), headers(), text, settings.timeout()),
        Set.of(FORBIDDEN, UNPROCESSABLE));
  }

  /** Asks for a cancellation, once. */
  Result<WireReply> deleteOnce(String name, String path) {
    return wire.send(
        () -> WireRequest.delete(name, address(path), headers(), settings.timeout()),
        RetryPolicy.ONCE,
        Urgency.ORDER,
        Set.of(NOT_FOUND, UNPROCESSABLE));
  }

  private WireRequest get(String name, String path) {
    return WireRequest.get(name, address(path), headers(), settings.timeout());
  }

  private URI address(String path) {
    return URI.create(settings.base() + path);
  }

  private Map<String, String> headers() {
    return Map.of(
        "Accept",
        "application/json",
        "Content-Type",
        "application/json",
        "APCA-API-KEY-ID",
        settings.keys().keyId(),
        "APCA-API-SECRET-KEY",
        settings.keys().secret());
  }

  /** Whether it is the broker's own description of an error. */
  static boolean isError(JsonNode answer) {
    return answer.path("message").isTextual() && answer.path("code").isNumber();
  }

  static Result<JsonNode> json(String name, WireReply reply) {
    try {
      JsonNode answer = Json.mapper().readTree(reply.text());
      if (answer != null && answer.isContainerNode()) {
        return Result.success(answer);
      }
    } catch (JsonProcessingException e) {
      // Told below, like every other text that is none.
    }
    return WireReason.WIRE_MALFORMED.failure(
        "expected JSON in answer to %s, found '%s'".formatted(name, reply.beginning()));
  }
}
