package dev.arduinotrader.platform.config;

import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces {@code ${NAME}} and {@code ${NAME:-default}} by variables of the environment. */
final class EnvironmentText {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)(}?)");
  private static final Pattern CONTENT =
      Pattern.compile("(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?<fallback>.*))?");

  private EnvironmentText() {}

  /**
   * The text with every reference replaced, or null after reporting what is wrong with one.
   *
   * <p>The default also stands in for a variable that is set but empty, as in a shell.
   */
  static @Nullable String substitute(
      String text, Map<String, String> environment, Consumer<String> report) {
    boolean[] broken = {false};
    String replaced =
        REFERENCE
            .matcher(text)
            .replaceAll(
                reference -> {
                  String value = value(reference, environment, report);
                  broken[0] |= value == null;
                  return Matcher.quoteReplacement(value == null ? "" : value);
                });
    return broken[0] ? null : replaced;
  }

  private static @Nullable String value(
      MatchResult reference, Map<String, String> environment, Consumer<String> report) {
    Matcher content = CONTENT.matcher(reference.group(1));
    if (reference.group(2).isEmpty() || !content.matches()) {
      report.accept("expected ${NAME} or ${NAME:-default}, found '" + reference.group() + "'");
      return null;
    }
    String name = content.group("name");
    String fallback = content.group("fallback");
    String value = environment.get(name);
    if (value != null && (!value.isEmpty() || fallback == null)) {
      return value;
    }
    if (fallback == null) {
      report.accept(
          "the environment has no variable "
              + name
              + "; Maybe set it, or write ${"
              + name
              + ":-default}.");
    }
    return fallback;
  }
}
