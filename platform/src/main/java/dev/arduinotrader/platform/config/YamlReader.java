package dev.arduinotrader.platform.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.platform.config.YamlNode.Entry;
import dev.arduinotrader.platform.config.YamlNode.Mapping;
import dev.arduinotrader.platform.config.YamlNode.Scalar;
import dev.arduinotrader.platform.config.YamlNode.Sequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns YAML text into nodes that know their lines; scalars stay text. */
final class YamlReader {
  private static final YAMLFactory FACTORY = new YAMLFactory();

  private final String file;
  private final YAMLParser parser;
  private final List<Fault> faults;

  private YamlReader(String file, YAMLParser parser, List<Fault> faults) {
    this.file = file;
    this.parser = parser;
    this.faults = faults;
  }

  /** The keys of the only document in the text; what is wrong with it is added to the faults. */
  static Mapping read(String file, String content, List<Fault> faults) {
    try (YAMLParser parser = FACTORY.createParser(content)) {
      return new YamlReader(file, parser, faults).document();
    } catch (JsonProcessingException broken) {
      JsonLocation location = broken.getLocation();
      String place = location == null ? file : file + ":" + location.getLineNr();
      faults.add(new Fault(place, "expected YAML, found: " + firstLine(broken)));
      return new Mapping(1, Map.of());
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory is always readable", impossible);
    }
  }

  private static String firstLine(JsonProcessingException broken) {
    return broken.getOriginalMessage().lines().findFirst().orElse("something else");
  }

  private Mapping document() throws IOException {
    JsonToken first = parser.nextToken();
    YamlNode root = first == null ? new Scalar(1, null) : node(first, "");
    if (first != null && parser.nextToken() != null) {
      fault(line(), "", "a second document; Maybe one file each was meant.");
    }
    return switch (root) {
      case Mapping mapping -> mapping;
      case Scalar(int line, @Nullable String text) when text == null -> new Mapping(line, Map.of());
      case Scalar _, Sequence _ -> {
        fault(
            root.line(), "", "expected keys such as device or services, found " + root.describe());
        yield new Mapping(root.line(), Map.of());
      }
    };
  }

  private YamlNode node(JsonToken token, String path) throws IOException {
    int line = line();
    if (token == JsonToken.START_OBJECT) {
      return mapping(line, path);
    }
    if (token == JsonToken.START_ARRAY) {
      return sequence(line, path);
    }
    if (parser.isCurrentAlias()) {
      fault(line, path, "aliases are not followed; Maybe repeat the value.");
    }
    return new Scalar(line, token == JsonToken.VALUE_NULL ? null : parser.getText());
  }

  private Mapping mapping(int line, String path) throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      int keyLine = line();
      String keyPath = path.isEmpty() ? key : path + "." + key;
      Entry entry = new Entry(keyLine, node(parser.nextToken(), keyPath));
      Entry earlier = entries.putIfAbsent(key, entry);
      if (earlier != null) {
        fault(
            keyLine,
            keyPath,
            "given twice, first on line " + earlier.line() + "; Maybe remove one of them.");
      }
    }
    return new Mapping(line, entries);
  }

  private Sequence sequence(int line, String path) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(node(token, path + "[" + items.size() + "]"));
    }
    return new Sequence(line, items);
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private void fault(int line, String path, String message) {
    faults.add(new Fault(file + ":" + line + (path.isEmpty() ? "" : ": " + path), message));
  }
}
