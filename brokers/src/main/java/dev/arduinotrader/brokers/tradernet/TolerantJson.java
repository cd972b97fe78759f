package dev.arduinotrader.brokers.tradernet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.kernel.number.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads values in all the shapes in which this broker has been seen to write them. */
public final class TolerantJson {
  private TolerantJson() {}

  /**
   * A number written as a number or as a text, with a point or a comma: {@code 1}, {@code "141.4"},
   * {@code ".000"}, {@code "-0,36"}. Empty for null, an empty text and everything else; never zero
   * in its place.
   */
  public static Optional<BigDecimal> decimal(@Nullable JsonNode node) {
    if (node == null || !(node.isNumber() || node.isTextual())) {
      return Optional.empty();
    }
    String text = node.asText().strip().replace(',', '.');
    try {
      return Optional.of(Decimals.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** As {@link #decimal}, for analytics; NaN where there is no number. */
  public static double number(@Nullable JsonNode node) {
    return decimal(node).map(BigDecimal::doubleValue).orElse(Double.NaN);
  }

  /** A whole number written as a number or as a text; empty for everything else. */
  public static Optional<Integer> integer(@Nullable JsonNode node) {
    return wholeNumber(node).filter(number -> number == number.intValue()).map(Long::intValue);
  }

  /** As {@link #integer}, for time stamps and order numbers. */
  public static Optional<Long> wholeNumber(@Nullable JsonNode node) {
    return decimal(node)
        .filter(number -> number.stripTrailingZeros().scale() <= 0)
        .filter(number -> number.precision() - number.scale() <= 18)
        .map(BigDecimal::longValueExact);
  }

  /** A text that is not empty. */
  public static Optional<String> text(@Nullable JsonNode node) {
    return node == null || !node.isValueNode() || node.isNull()
        ? Optional.empty()
        : Optional.of(node.asText().strip()).filter(text -> !text.isEmpty());
  }

  /**
   * The elements of a list; a single object stands for a list of one, and elements that are null
   * are left out. Empty, and not an empty list, when the list itself is missing: an error must
   * never look like nothing.
   */
  public static Optional<List<JsonNode>> list(@Nullable JsonNode node) {
    if (node == null || node.isNull() || node.isValueNode()) {
      return Optional.empty();
    }
    if (node.isObject()) {
      return Optional.of(List.of(node));
    }
    List<JsonNode> elements = new ArrayList<>();
    node.forEach(
        element -> {
          if (!element.isNull()) {
            elements.add(element);
          }
        });
    return Optional.of(elements);
  }
}
