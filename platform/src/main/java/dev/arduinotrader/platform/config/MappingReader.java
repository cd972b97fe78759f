package dev.arduinotrader.platform.config;

import dev.arduinotrader.platform.config.YamlNode.Entry;
import dev.arduinotrader.platform.config.YamlNode.Mapping;
import dev.arduinotrader.platform.config.YamlNode.Scalar;
import dev.arduinotrader.platform.config.YamlNode.Sequence;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of one mapping; a fault is reported and the fallback given, so that reading goes
 * on to find the next fault.
 */
final class MappingReader {
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,8})(\\.[0-9]{1,3})?");

  private final ReadContext context;
  private final String path;
  private final Mapping mapping;
  private final Set<String> known = new LinkedHashSet<>();

  MappingReader(ReadContext context, String path, Mapping mapping) {
    this.context = context;
    this.path = path;
    this.mapping = mapping;
    mapping.entries().forEach((key, entry) -> context.meet(path(key), entry.line()));
  }

  String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** Whether the file gives the key, which counts as asking for it. */
  boolean has(String key) {
    known.add(key);
    return mapping.entries().containsKey(key);
  }

  Set<String> keys() {
    return mapping.entries().keySet();
  }

  /** How many faults the file has so far. */
  int faultCount() {
    return context.faults().size();
  }

  /** Reports something wrong with a key, on the key's line or else on the mapping's. */
  void fault(String key, String message) {
    Entry entry = mapping.entries().get(key);
    context.fault(entry == null ? mapping.line() : entry.line(), path(key), message);
  }

  /** The text of a key, null when it is absent or was reported as wrong. */
  @Nullable String text(String key) {
    known.add(key);
    Entry entry = mapping.entries().get(key);
    return entry == null ? null : scalar(path(key), entry.line(), entry.value());
  }

  /** The text of a key that must match; the rule says how, for the message. */
  Optional<String> text(String key, Predicate<String> valid, String rule) {
    String text = text(key);
    if (text != null && !valid.test(text)) {
      fault(key, "expected " + rule + ", found '" + text + "'");
      return Optional.empty();
    }
    return Optional.ofNullable(text);
  }

  int whole(String key, int fallback, int min, int max) {
    String expected = "a whole number from " + min + " to " + max;
    return text(key, text -> isWholeWithin(text, min, max), expected)
        .map(Integer::parseInt)
        .orElse(fallback);
  }

  private static boolean isWholeWithin(String text, int min, int max) {
    if (!WHOLE.matcher(text).matches()) {
      return false;
    }
    long number = Long.parseLong(text);
    return number >= min && number <= max;
  }

  /** A duration given in seconds, with at most three decimals. */
  Duration seconds(String key, Duration fallback, Duration min, Duration max) {
    String expected = "seconds from " + inSeconds(min) + " to " + inSeconds(max);
    return text(key, text -> isSecondsWithin(text, min, max), expected)
        .map(MappingReader::parseSeconds)
        .orElse(fallback);
  }

  private static boolean isSecondsWithin(String text, Duration min, Duration max) {
    if (!DECIMAL.matcher(text).matches()) {
      return false;
    }
    Duration duration = parseSeconds(text);
    return duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0;
  }

  private static Duration parseSeconds(String text) {
    return Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValueExact());
  }

  private static String inSeconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
  }

  boolean flag(String key, boolean fallback) {
    return text(key, text -> text.equals("true") || text.equals("false"), "true or false")
        .map(Boolean::parseBoolean)
        .orElse(fallback);
  }

  /** One of an enum's constants, written in lower case. */
  <E extends Enum<E>> E choice(String key, E fallback) {
    List<E> constants = Arrays.asList(fallback.getDeclaringClass().getEnumConstants());
    List<String> words =
        constants.stream().map(constant -> constant.name().toLowerCase(Locale.ROOT)).toList();
    String text = text(key);
    if (text == null) {
      return fallback;
    }
    int index = words.indexOf(text);
    if (index < 0) {
      fault(key, notOneOf(text, words));
      return fallback;
    }
    return constants.get(index);
  }

  private static String notOneOf(String text, List<String> words) {
    String maybe =
        Suggestion.closest(text, words).map(word -> "; Maybe " + word + " was meant.").orElse("");
    return "expected one of " + String.join(", ", words) + ", found '" + text + "'" + maybe;
  }

  /** The keys below a key; none when it is absent. */
  MappingReader mapping(String key) {
    known.add(key);
    Entry entry = mapping.entries().get(key);
    if (entry == null) {
      return new MappingReader(context, path(key), new Mapping(mapping.line(), Map.of()));
    }
    return nested(path(key), entry.line(), entry.value());
  }

  /** The mappings that a key lists; none when it is absent. */
  List<MappingReader> mappings(String key) {
    List<MappingReader> readers = new ArrayList<>();
    for (YamlNode item : items(key)) {
      readers.add(nested(path(key) + "[" + readers.size() + "]", item.line(), item));
    }
    return readers;
  }

  /** The words that a key lists; none when it is absent. Others than these are reported. */
  List<String> words(String key, List<String> allowed) {
    List<String> words = new ArrayList<>();
    List<YamlNode> items = items(key);
    for (int index = 0; index < items.size(); index++) {
      YamlNode item = items.get(index);
      String itemPath = path(key) + "[" + index + "]";
      String text = scalar(itemPath, item.line(), item);
      if (text != null && allowed.contains(text)) {
        words.add(text);
      } else if (text != null) {
        context.fault(item.line(), itemPath, notOneOf(text, allowed));
      }
    }
    return words;
  }

  /** Reports every key that nobody has asked for. */
  void refuseUnknownKeys() {
    for (String key : mapping.entries().keySet()) {
      if (!known.contains(key)) {
        refuse(key, Suggestion.closest(key, known).orElse(null), known);
      }
    }
  }

  /** Reports a key that means nothing here, and what may have been meant, if anything. */
  void refuse(String key, @Nullable String meant, Set<String> expected) {
    fault(
        key,
        meant == null
            ? "unknown key; expected one of " + String.join(", ", expected)
            : "unknown key; Maybe " + meant + " was meant.");
  }

  private MappingReader nested(String nestedPath, int line, YamlNode value) {
    context.meet(nestedPath, line);
    if (value instanceof Mapping nested) {
      return new MappingReader(context, nestedPath, new Mapping(line, nested.entries()));
    }
    context.fault(line, nestedPath, "expected keys of its own, found " + value.describe());
    return new MappingReader(context, nestedPath, new Mapping(line, Map.of()));
  }

  private List<YamlNode> items(String key) {
    known.add(key);
    Entry entry = mapping.entries().get(key);
    if (entry == null) {
      return List.of();
    }
    if (!(entry.value() instanceof Sequence sequence)) {
      fault(key, "expected a list, found " + entry.value().describe());
      return List.of();
    }
    for (int index = 0; index < sequence.items().size(); index++) {
      context.meet(path(key) + "[" + index + "]", sequence.items().get(index).line());
    }
    return sequence.items();
  }

  private @Nullable String scalar(String keyPath, int line, YamlNode value) {
    if (!(value instanceof Scalar(int _, @Nullable String text)) || text == null) {
      context.fault(line, keyPath, "expected a single value, found " + value.describe());
      return null;
    }
    return EnvironmentText.substitute(
        text, context.environment(), message -> context.fault(line, keyPath, message));
  }
}
