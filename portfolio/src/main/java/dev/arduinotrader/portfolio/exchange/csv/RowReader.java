package dev.arduinotrader.portfolio.exchange.csv;

import dev.arduinotrader.kernel.result.Fault;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The cells of one row by the names of their columns; remembers every cell that cannot be read. */
public final class RowReader {
  private final CsvRows table;
  private final CsvRows.Row row;
  private final List<Fault> faults;

  public RowReader(CsvRows table, CsvRows.Row row, List<Fault> faults) {
    this.table = table;
    this.row = row;
    this.faults = faults;
  }

  /** The text of a column, empty when there is no such column. */
  public String text(String column) {
    int index = table.column(column);
    return index < 0 ? "" : row.cells().get(index);
  }

  /** Whether the row says anything there. */
  public boolean has(String column) {
    return !text(column).isEmpty();
  }

  /** The value of a column that this row must have; null when it is at fault. */
  public <T> @Nullable T required(String column, String expected, Function<String, T> parse) {
    if (!has(column)) {
      fault(column, "expected " + expected + ", found nothing");
      return null;
    }
    return optional(column, expected, parse);
  }

  /** The value of a column; null when it is empty or at fault. */
  public <T> @Nullable T optional(String column, String expected, Function<String, T> parse) {
    String text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      fault(column, "expected %s, found '%s' (%s)".formatted(expected, text, e.getMessage()));
      return null;
    }
  }

  <E extends Enum<E>> @Nullable E choice(String column, Class<E> type) {
    return required(
        column,
        "one of " + List.of(type.getEnumConstants()),
        text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace(' ', '_')));
  }

  /** Remembers that a column is at fault. */
  public void fault(String column, String message) {
    faults.add(new Fault("line " + row.line() + "." + column, message));
  }

  /** The whole row, for an id of its own. */
  String content() {
    return String.join("\u001F", row.cells());
  }
}
