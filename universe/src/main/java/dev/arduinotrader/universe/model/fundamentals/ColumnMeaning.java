package dev.arduinotrader.universe.model.fundamentals;

import dev.arduinotrader.universe.FundamentalField;
import java.util.Locale;
import java.util.Map;

/** What a column of a file of dated facts means. */
sealed interface ColumnMeaning {
  /** The symbol of the row's security. */
  record Symbol() implements ColumnMeaning {}

  /** The ISIN of the row's security. */
  record IsinCode() implements ColumnMeaning {}

  /** The date that the row is about. */
  record AsOf() implements ColumnMeaning {}

  /** Values of a field; in percents when they are to be divided by a hundred. */
  record Values(FundamentalField field, boolean inPercent) implements ColumnMeaning {}

  /** Nothing that is wanted. */
  record LeftOut() implements ColumnMeaning {}

  /** Names of columns as common files have them, in small letters. */
  Map<String, String> WELL_KNOWN =
      Map.ofEntries(
          Map.entry("symbol", "symbol"),
          Map.entry("ticker", "symbol"),
          Map.entry("isin", "isin"),
          Map.entry("as_of", "asOf"),
          Map.entry("date", "asOf"),
          Map.entry("price/earnings", "trailingPe"),
          Map.entry("dividend yield", "dividendYield"),
          Map.entry("earnings/share", "earningsPerShare"),
          Map.entry("52 week low", "low52Weeks"),
          Map.entry("52 week high", "high52Weeks"),
          Map.entry("market cap", "marketCap"),
          Map.entry("ebitda", "ebitda"),
          Map.entry("price/sales", "priceToSales"),
          Map.entry("price/book", "priceToBook"));

  /**
   * What a text of a mapping means.
   *
   * @throws IllegalArgumentException listing the possible meanings
   */
  static ColumnMeaning of(String text) {
    return switch (text) {
      case "-" -> new LeftOut();
      case "symbol" -> new Symbol();
      case "isin" -> new IsinCode();
      case "asOf" -> new AsOf();
      default -> values(text);
    };
  }

  private static ColumnMeaning values(String text) {
    boolean percent = text.endsWith("%");
    String key = percent ? text.substring(0, text.length() - 1) : text;
    try {
      return new Values(FundamentalField.of(key), percent);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("symbol, isin, asOf, -, or else " + e.getMessage(), e);
    }
  }

  /** What a column of this name means by itself. */
  static ColumnMeaning ofColumn(String name) {
    String known = WELL_KNOWN.get(name.toLowerCase(Locale.ROOT));
    if (known != null) {
      return of(known);
    }
    return FundamentalField.find(name)
        .<ColumnMeaning>map(field -> new Values(field, false))
        .orElseGet(LeftOut::new);
  }

  /** How a mapping would name it. */
  default String text() {
    return switch (this) {
      case Symbol() -> "symbol";
      case IsinCode() -> "isin";
      case AsOf() -> "asOf";
      case Values(FundamentalField field, boolean percent) -> field.key() + (percent ? "%" : "");
      case LeftOut() -> "-";
    };
  }
}
