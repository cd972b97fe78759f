package dev.arduinotrader.platform.config;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes single values of a YAML text and nothing else: its comments are its owner's. */
public final class YamlEdit {
  private static final YAMLFactory FACTORY = new YAMLFactory();

  /** The characters of a value, from the first to behind the last. */
  private record Span(int start, int end) {}

  private YamlEdit() {}

  /**
   * The text with one value in the place of another, or with one key more.
   *
   * @param text YAML whose outermost node has keys
   * @param keys the path to the value; all but the last must be there, with at least one key each
   * @param value as it is to stand there, on one line, such as {@code 50051} or {@code [a, b]}
   * @throws IllegalArgumentException when the text is no YAML or the path leads nowhere
   */
  public static String set(String text, List<String> keys, String value) {
    Span old = find(text, keys);
    if (old != null) {
      return text.substring(0, old.start()) + value + text.substring(old.end());
    }
    Span parent = find(text, keys.subList(0, keys.size() - 1));
    if (parent == null) {
      throw new IllegalArgumentException("expected keys on the way to " + keys + ", found none");
    }
    if (text.startsWith("{", parent.start())) {
      int first = parent.start() + 1;
      return text.substring(0, first)
          + keys.getLast()
          + ": "
          + value
          + ", "
          + text.substring(first);
    }
    int line = text.lastIndexOf('\n', parent.start()) + 1;
    String indent = text.substring(line, parent.start());
    return text.substring(0, parent.start())
        + keys.getLast()
        + ": "
        + value
        + "\n"
        + indent
        + text.substring(parent.start());
  }

  /** Whether there is a value at the end of the path. */
  public static boolean has(String text, List<String> keys) {
    return find(text, keys) != null;
  }

  private static @Nullable Span find(String text, List<String> keys) {
    try (YAMLParser parser = FACTORY.createParser(text)) {
      List<String> path = new ArrayList<>();
      JsonToken token = parser.nextToken();
      while (token != null) {
        if (token == JsonToken.FIELD_NAME) {
          path.add(parser.currentName());
          if (path.equals(keys)) {
            parser.nextToken();
            return span(text, parser);
          }
          token = enterOrSkip(parser, path, keys);
        } else {
          if (token == JsonToken.END_OBJECT && !path.isEmpty()) {
            path.removeLast();
          }
          token = parser.nextToken();
        }
      }
      return null;
    } catch (IOException e) {
      throw new IllegalArgumentException("expected YAML, found: " + e.getMessage(), e);
    }
  }

  /** Goes into the value when the path leads there, else behind it. */
  private static @Nullable JsonToken enterOrSkip(
      YAMLParser parser, List<String> path, List<String> keys) throws IOException {
    JsonToken value = parser.nextToken();
    boolean leadsOn =
        path.size() < keys.size()
            && path.equals(keys.subList(0, path.size()))
            && value == JsonToken.START_OBJECT;
    if (!leadsOn) {
      parser.skipChildren();
      path.removeLast();
    }
    return parser.nextToken();
  }

  private static Span span(String text, YAMLParser parser) throws IOException {
    int start = offset(text, parser.currentTokenLocation().getCharOffset());
    JsonToken first = parser.currentToken();
    if (!first.isStructStart()) {
      return new Span(start, offset(text, parser.currentLocation().getCharOffset()));
    }
    boolean inBraces = text.startsWith("[", start) || text.startsWith("{", start);
    int end = start;
    int depth = 1;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (!token.isStructEnd() || inBraces) {
        end = offset(text, parser.currentLocation().getCharOffset());
      }
    }
    return new Span(start, end);
  }

  /** The parser counts characters of Unicode, not those of Java. */
  private static int offset(String text, long codePoints) {
    return text.offsetByCodePoints(0, Math.toIntExact(codePoints));
  }
}
