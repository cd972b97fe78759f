package dev.arduinotrader.portfolio.exchange.csv;

import java.util.ArrayList;
import java.util.List;

/** Splits a text into rows and cells; quotes may hold separators and line ends. */
final class CsvScanner {
  private final String text;
  private final char separator;
  private final List<CsvRows.Row> rows = new ArrayList<>();
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private boolean quoted;
  private int line = 1;
  private int rowLine = 1;

  CsvScanner(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  List<CsvRows.Row> rows() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else {
        take(c);
      }
    }
    endRow();
    return rows;
  }

  private void take(char c) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == separator && !quoted) {
      endCell();
    } else if (c == '\n') {
      if (quoted) {
        cell.append(c);
      } else {
        endRow();
      }
      line++;
      rowLine = quoted ? rowLine : line;
    } else if (c != '\r') {
      cell.append(c);
    }
  }

  private void endCell() {
    cells.add(cell.toString().strip());
    cell.setLength(0);
  }

  private void endRow() {
    endCell();
    if (cells.stream().anyMatch(each -> !each.isEmpty())) {
      rows.add(new CsvRows.Row(rowLine, cells));
    }
    cells.clear();
  }
}
