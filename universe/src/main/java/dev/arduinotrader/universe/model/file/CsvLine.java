package dev.arduinotrader.universe.model.file;

import java.util.ArrayList;
import java.util.List;

/** One line of comma separated values (RFC 4180, without line breaks inside values). */
public final class CsvLine {
  private CsvLine() {}

  /**
   * The values between the commas, without the blanks around them; a value in quotes may contain
   * commas and doubled quotes.
   *
   * @throws IllegalArgumentException when a quote is not closed
   */
  public static List<String> split(String line) {
    List<String> values = new ArrayList<>();
    int position = 0;
    while (position <= line.length()) {
      int start = skipBlanks(line, position);
      if (start < line.length() && line.charAt(start) == '"') {
        position = quoted(line, start, values);
      } else {
        int comma = line.indexOf(',', position);
        int end = comma < 0 ? line.length() : comma;
        values.add(line.substring(position, end).strip());
        position = end + 1;
      }
    }
    return values;
  }

  private static int skipBlanks(String line, int from) {
    int position = from;
    while (position < line.length() && line.charAt(position) == ' ') {
      position++;
    }
    return position;
  }

  /** Reads a value in quotes and gives the position after its comma. */
  private static int quoted(String line, int openingQuote, List<String> values) {
    StringBuilder value = new StringBuilder();
    int position = openingQuote + 1;
    while (true) {
      int quote = line.indexOf('"', position);
      if (quote < 0) {
        throw new IllegalArgumentException("expected a closing quote, found the end of the line");
      }
      value.append(line, position, quote);
      position = quote + 1;
      if (position >= line.length() || line.charAt(position) != '"') {
        break;
      }
      value.append('"');
      position++;
    }
    values.add(value.toString());
    int after = skipBlanks(line, position);
    if (after < line.length() && line.charAt(after) != ',') {
      throw new IllegalArgumentException(
          "expected a comma after the closing quote, found '" + line.charAt(after) + "'");
    }
    return after + 1;
  }
}
