package dev.arduinotrader.portfolio.exchange.portfolioperformance;

import dev.arduinotrader.kernel.number.Decimals;
import dev.arduinotrader.portfolio.exchange.csv.CsvRows;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Numbers with a decimal point or a decimal comma, and perhaps groups of three digits. The program
 * writes amounts with two digits after the mark, which tells the two apart.
 */
final class PerformanceNumbers {
  private static final Pattern TWO_DIGITS = Pattern.compile(".*([.,])[0-9]{2}");
  private static final List<PerformanceColumn> AMOUNTS =
      List.of(
          PerformanceColumn.VALUE,
          PerformanceColumn.GROSS,
          PerformanceColumn.FEES,
          PerformanceColumn.TAXES);

  private final char mark;
  private final Pattern shape;

  private PerformanceNumbers(char mark) {
    this.mark = mark;
    String group = mark == ',' ? "[.'’\\u00A0\\u202F ]" : "[,'’\\u00A0\\u202F ]";
    String after = "(" + Pattern.quote(String.valueOf(mark)) + "[0-9]+)?";
    this.shape = Pattern.compile("[-−]?([0-9]+|[0-9]{1,3}(" + group + "[0-9]{3})+)" + after);
  }

  /**
   * How the numbers of a table are written; without any amount that tells, as the separator of its
   * cells says. A table that mixes both has numbers that cannot be read.
   */
  static PerformanceNumbers of(CsvRows table, boolean semicolons) {
    int points = 0;
    int commas = 0;
    for (CsvRows.Row row : table.rows()) {
      for (PerformanceColumn column : AMOUNTS) {
        int place = table.column(column.key());
        var matcher = TWO_DIGITS.matcher(place < 0 ? "" : row.cells().get(place));
        if (matcher.matches()) {
          points += matcher.group(1).equals(".") ? 1 : 0;
          commas += matcher.group(1).equals(",") ? 1 : 0;
        }
      }
    }
    boolean comma = points == commas ? semicolons : commas > points;
    return new PerformanceNumbers(comma ? ',' : '.');
  }

  /** The number that the text says; throws naming how numbers are written in this file. */
  BigDecimal parse(String text) {
    if (!shape.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "the numbers of this file have a decimal %s".formatted(mark == ',' ? "comma" : "point"));
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '-' || c == '−') {
        plain.append('-');
      } else if (c == mark) {
        plain.append('.');
      } else if (c >= '0' && c <= '9') {
        plain.append(c);
      }
    }
    return Decimals.parse(plain.toString());
  }
}
