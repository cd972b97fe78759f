package dev.arduinotrader.gateway.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.json.Json;
import io.avaje.jex.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A request's JSON object, read field by field; {@link #finish} refuses with all faults at once.
 */
final class JsonBody {
  private static final int BYTES_MAX = 64 * 1024;
  private static final int TEXT_LENGTH_MAX = 500;
  private static final ObjectReader READER =
      Json.mapper()
          .reader()
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private final ObjectNode fields;
  private final Set<String> known = new TreeSet<>();
  private final List<Fault> faults = new ArrayList<>();

  private JsonBody(ObjectNode fields) {
    this.fields = fields;
  }

  /** The body of a request; nothing at all counts as an object without fields. */
  static JsonBody read(Context context) {
    byte[] bytes = bytes(context);
    if (bytes.length == 0) {
      return new JsonBody(Json.mapper().createObjectNode());
    }
    try {
      if (READER.readTree(bytes) instanceof ObjectNode fields) {
        return new JsonBody(fields);
      }
      throw Refusal.of(Problem.invalid("body", "expected a JSON object, found another value"));
    } catch (IOException e) {
      throw Refusal.of(Problem.invalid("body", "expected a JSON object, found: " + firstLine(e)));
    }
  }

  private static byte[] bytes(Context context) {
    try {
      byte[] bytes = context.bodyAsInputStream().readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX) {
        context.header("Connection", "close");
        throw HttpReason.BODY_TOO_LARGE.refusal(
            "expected at most " + BYTES_MAX + " bytes, found more");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("nothing readable");
  }

  /** A text that must be there. */
  <T> Optional<T> required(String name, String example, Function<String, T> read) {
    known.add(name);
    if (!fields.hasNonNull(name)) {
      faults.add(new Fault(name, "expected a text such as " + example + ", found none"));
      return Optional.empty();
    }
    return optional(name, example, read);
  }

  /** A text that may be left out; {@code read} throws on what it cannot take. */
  <T> Optional<T> optional(String name, String example, Function<String, T> read) {
    known.add(name);
    JsonNode value = fields.get(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual() || value.textValue().length() > TEXT_LENGTH_MAX) {
      faults.add(
          new Fault(
              name,
              "expected a text such as %s of at most %d characters, found %s"
                  .formatted(example, TEXT_LENGTH_MAX, shortened(value))));
      return Optional.empty();
    }
    try {
      return Optional.of(read.apply(value.textValue()));
    } catch (IllegalArgumentException e) {
      faults.add(new Fault(name, String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  /** True or false; false when it is left out. */
  boolean flag(String name) {
    known.add(name);
    JsonNode value = fields.get(name);
    if (value == null || value.isNull()) {
      return false;
    }
    if (!value.isBoolean()) {
      faults.add(new Fault(name, "expected true or false, found " + shortened(value)));
    }
    return value.asBoolean();
  }

  /** Refuses the request when anything was wrong with it, unknown fields included. */
  void finish() {
    fields.fieldNames().forEachRemaining(this::refuseUnknown);
    if (!faults.isEmpty()) {
      throw Refusal.of(Problem.invalid(faults));
    }
  }

  private void refuseUnknown(String name) {
    if (!known.contains(name)) {
      faults.add(
          new Fault(
              name,
              "expected %s, found a field that does not exist"
                  .formatted(known.isEmpty() ? "no fields" : String.join(", ", known))));
    }
  }

  private static String shortened(JsonNode value) {
    String text = value.toString();
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }
}
