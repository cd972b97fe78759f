package dev.arduinotrader.platform.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a YAML file together with the line that it stands on, counted from 1. */
sealed interface YamlNode {
  int line();

  /** What the node is, for messages about one that should be something else. */
  String describe();

  /** A single value; its text is null when the file leaves it empty. */
  record Scalar(int line, @Nullable String text) implements YamlNode {
    @Override
    public String describe() {
      return text == null ? "nothing" : "'" + text + "'";
    }
  }

  record Sequence(int line, List<YamlNode> items) implements YamlNode {
    @Override
    public String describe() {
      return "a list";
    }
  }

  record Mapping(int line, Map<String, Entry> entries) implements YamlNode {
    @Override
    public String describe() {
      return "keys of its own";
    }
  }

  /** The value of a key, and the line of the key. */
  record Entry(int line, YamlNode value) {}
}
