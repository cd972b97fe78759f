package dev.arduinotrader.portfolio.exchange.bundle;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.BrokerMovement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what {@link BooksBundle#text} wrote, wholly or not at all. */
public final class BundleReader {
  static final String ENTRY = "entry";
  static final String SEQUENCE = "sequence";

  private static final Set<String> MAY_BE_NULL = Set.of("cost", "firstBoughtAt");
  private static final ObjectReader STRICT =
      Json.mapper().reader().with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

  private final List<Fault> faults = new ArrayList<>();
  private final List<BrokerMovement> movements = new ArrayList<>();
  private @Nullable Account account;
  private @Nullable JsonNode format;
  private @Nullable JsonNode version;

  private BundleReader() {}

  /** INVALID_ARGUMENT naming every fault with its line. */
  public static Result<BooksBundle> read(String text) {
    BundleReader reader = new BundleReader();
    try (JsonParser parser = Json.mapper().createParser(text)) {
      reader.readAll(parser);
    } catch (JsonProcessingException e) {
      reader.fault(
          e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
          "expected JSON, found: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory can be read", e);
    }
    return reader.faults.isEmpty()
        ? Result.success(new BooksBundle(Objects.requireNonNull(reader.account), reader.movements))
        : Result.failure(Problem.invalid(reader.faults));
  }

  private void readAll(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      fault(1, "expected a bundle of books, found something else");
      return;
    }
    boolean hasMovements = false;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      int line = parser.currentTokenLocation().getLineNr();
      JsonToken token = parser.nextToken();
      switch (name) {
        case "format" -> format = parser.readValueAsTree();
        case "version" -> version = parser.readValueAsTree();
        case "account" -> account = read(line, parser.readValueAsTree(), Account.class);
        case "movements" -> {
          hasMovements = token == JsonToken.START_ARRAY;
          readMovements(parser, hasMovements);
        }
        default -> {
          parser.skipChildren();
          fault(line, "unknown field " + name);
        }
      }
    }
    checkFrame(hasMovements);
  }

  private void checkFrame(boolean hasMovements) {
    if (format == null || !format.asText().equals(BooksBundle.FORMAT)) {
      fault(1, "expected the format %s, found %s".formatted(BooksBundle.FORMAT, format));
    }
    if (version == null || !version.isInt() || version.intValue() != BooksBundle.VERSION) {
      fault(1, "expected the version %d, found %s".formatted(BooksBundle.VERSION, version));
    }
    if (account == null && faults.isEmpty()) {
      fault(1, "expected an account, found none");
    }
    if (!hasMovements) {
      fault(1, "expected a list of movements, found none");
    }
  }

  private void readMovements(JsonParser parser, boolean isList) throws IOException {
    if (!isList) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int line = parser.currentTokenLocation().getLineNr();
      if (parser.readValueAsTree() instanceof ObjectNode node) {
        addMovement(line, node);
      } else {
        fault(line, "expected a movement, found something else");
      }
    }
  }

  private void addMovement(int line, ObjectNode node) {
    JsonNode name = node.remove(ENTRY);
    BundleKind kind = null;
    for (BundleKind each : BundleKind.values()) {
      kind = name != null && each.name().equals(name.asText()) ? each : kind;
    }
    if (kind == null) {
      fault(
          line, "expected an entry of %s, found %s".formatted(List.of(BundleKind.values()), name));
      return;
    }
    if (node.has(SEQUENCE)) {
      fault(line, "expected no sequence, found " + node.get(SEQUENCE));
      return;
    }
    node.put(SEQUENCE, 0);
    BrokerMovement movement = read(line, node, kind.type());
    if (movement != null) {
      movements.add(movement);
    }
  }

  private <T> @Nullable T read(int line, JsonNode node, Class<T> type) {
    String absent = absent(node);
    if (absent != null) {
      fault(line, "expected a value of %s, found null".formatted(absent));
      return null;
    }
    try {
      return STRICT.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      fault(
          line, "expected a %s, found: %s".formatted(type.getSimpleName(), e.getOriginalMessage()));
      return null;
    }
  }

  /** The first field without a value that needs one. */
  private static @Nullable String absent(JsonNode node) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getValue().isNull() && !MAY_BE_NULL.contains(field.getKey())) {
        return field.getKey();
      }
    }
    for (JsonNode child : node) {
      String absent = absent(child);
      if (absent != null) {
        return absent;
      }
    }
    return null;
  }

  private void fault(int line, String message) {
    faults.add(new Fault("line " + line, message));
  }
}
