package dev.arduinotrader.brokers.tradernet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.brokers.wire.WireReason;
import dev.arduinotrader.brokers.wire.WireReply;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * Tells an answer from an error: errors come with HTTP status 200 as well, and an error must never
 * look like an empty list.
 */
final class TradernetAnswer {
  private static final List<String> ERROR_KEYS = List.of("errMsg", "error", "errorMsg");
  private static final List<Integer> AUTH_CODES = List.of(7);
  private static final int UNAVAILABLE_CODE = 14;

  private TradernetAnswer() {}

  /** The JSON of a good answer, out of its wrapper {@code result} if it has one. */
  static Result<JsonNode> read(String command, WireReply reply) {
    JsonNode answer;
    try {
      answer = Json.mapper().readTree(reply.text());
    } catch (JsonProcessingException e) {
      return malformed(command, reply);
    }
    if (answer == null || !answer.isContainerNode()) {
      return malformed(command, reply);
    }
    JsonNode inner = answer.get("result");
    JsonNode content = inner != null && inner.isContainerNode() ? inner : answer;
    for (JsonNode told : List.of(answer, content)) {
      Optional<String> error = error(told);
      if (error.isPresent()) {
        return refused(command, told, error.get());
      }
    }
    return Result.success(content);
  }

  private static Optional<String> error(JsonNode answer) {
    return ERROR_KEYS.stream()
        .map(key -> answer.path(key).asText("").strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static Result<JsonNode> refused(String command, JsonNode answer, String text) {
    int code = TolerantJson.integer(answer.get("code")).orElse(0);
    String message = "%s was refused with code %d: %s".formatted(command, code, text);
    if (AUTH_CODES.contains(code)
        || text.toLowerCase(java.util.Locale.ROOT).contains("signature")) {
      return WireReason.WIRE_AUTH.failure(
          message + "\nMaybe the keys are wrong, or this device's clock is.");
    }
    return (code == UNAVAILABLE_CODE ? WireReason.WIRE_UNAVAILABLE : WireReason.WIRE_REJECTED)
        .failure(message);
  }

  private static Result<JsonNode> malformed(String command, WireReply reply) {
    return WireReason.WIRE_MALFORMED.failure(
        "expected a JSON object in answer to %s, found '%s'".formatted(command, reply.beginning()));
  }
}
