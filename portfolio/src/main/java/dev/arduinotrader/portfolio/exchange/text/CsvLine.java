package dev.arduinotrader.portfolio.exchange.text;

import java.util.List;
import java.util.stream.Collectors;

/** One row of comma separated values (RFC 4180). */
public final class CsvLine {
  private CsvLine() {}

  /** The cells without the row's end; those that need quotes have them. */
  public static String of(List<String> cells) {
    return cells.stream().map(CsvLine::cell).collect(Collectors.joining(","));
  }

  private static String cell(String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == ';');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
