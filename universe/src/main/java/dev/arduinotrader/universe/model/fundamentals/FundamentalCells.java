package dev.arduinotrader.universe.model.fundamentals;

import dev.arduinotrader.kernel.number.Decimals;
import dev.arduinotrader.universe.FundamentalField;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the single values of dated facts. */
final class FundamentalCells {
  /** Ways to say that there is no value; a number without end is none either. */
  private static final Set<String> ABSENT =
      Set.of("", "-", "n/a", "na", "nan", "null", "none", "inf", "infinity", "-infinity");

  /** Scores of recommendations, by their letters alone: sources spell them in many ways. */
  private static final Map<String, BigDecimal> RECOMMENDATIONS =
      Map.of(
          "strongbuy", BigDecimal.ONE,
          "buy", new BigDecimal("0.8"),
          "outperform", new BigDecimal("0.8"),
          "hold", new BigDecimal("0.5"),
          "neutral", new BigDecimal("0.5"),
          "underperform", new BigDecimal("0.2"),
          "sell", new BigDecimal("0.2"),
          "strongsell", BigDecimal.ZERO);

  private FundamentalCells() {}

  /**
   * The value of a cell; empty when it says that there is none.
   *
   * @throws IllegalArgumentException saying what was expected and found
   */
  static Optional<BigDecimal> value(ColumnMeaning.Values meaning, String text) {
    if (ABSENT.contains(text.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    BigDecimal value = number(meaning.field(), text);
    BigDecimal whole = meaning.inPercent() ? value.movePointLeft(2) : value;
    Optional<String> objection = meaning.field().objection(whole);
    if (objection.isPresent()) {
      throw new IllegalArgumentException(
          "expected %s, found '%s'".formatted(objection.get(), text));
    }
    return Optional.of(whole);
  }

  private static BigDecimal number(FundamentalField field, String text) {
    if (field == FundamentalField.RECOMMENDATION) {
      String letters = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
      BigDecimal score = RECOMMENDATIONS.get(letters);
      if (score != null) {
        return score;
      }
    }
    return Decimals.parse(text);
  }
}
