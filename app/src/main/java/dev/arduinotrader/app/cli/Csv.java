package dev.arduinotrader.app.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of comma separated values (RFC 4180). */
final class Csv {
  private Csv() {}

  /** One line with its end; a value with a comma or quote is put in quotes. */
  static String line(List<String> values) {
    return values.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\n"));
  }

  private static String cell(String value) {
    // A line break inside a value is no value of ours: names are one line.
    String line = value.replaceAll("\\R", " ");
    boolean plain = line.indexOf(',') < 0 && line.indexOf('"') < 0 && line.equals(line.strip());
    return plain ? line : '"' + line.replace("\"", "\"\"") + '"';
  }
}
