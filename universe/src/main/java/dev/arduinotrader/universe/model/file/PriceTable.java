package dev.arduinotrader.universe.model.file;

import dev.arduinotrader.universe.model.Bars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of a file that has a date in one column and numbers in others, read with every check
 * that all formats share.
 */
final class PriceTable {
  private final List<DateColumn.Dated> dates = new ArrayList<>();
  private final List<double[]> rows = new ArrayList<>();

  /**
   * A column to read.
   *
   * @param index where it stands in a line
   * @param name how messages call it
   */
  record Column(int index, String name) {}

  private PriceTable() {}

  /** Reads all lines after the header, noting every fault. */
  static PriceTable read(
      FileText file, int headerCells, int dateIndex, List<Column> columns, FileFaults faults) {
    PriceTable table = new PriceTable();
    List<FileText.Line> lines = file.lines();
    if (lines.size() < 2) {
      faults.add(file.name(), "expected rows below the header, found none");
    }
    for (FileText.Line line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      table.readLine(file.name(), line, headerCells, dateIndex, columns, faults);
    }
    DateColumn.check(file.name(), table.dates, faults);
    return table;
  }

  private void readLine(
      String file,
      FileText.Line line,
      int headerCells,
      int dateIndex,
      List<Column> columns,
      FileFaults faults) {
    try {
      List<String> cells = CsvLine.split(line.text());
      if (cells.size() != headerCells) {
        throw new IllegalArgumentException(
            "expected %d columns as in the header, found %d%s"
                .formatted(
                    headerCells,
                    cells.size(),
                    cells.size() < headerCells ? "\nMaybe the file was cut off." : ""));
      }
      int day = Cells.epochDay(cells.get(dateIndex));
      double[] values = new double[columns.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = cell(file, line.number(), columns.get(i), cells, faults);
      }
      dates.add(new DateColumn.Dated(line.number(), day));
      rows.add(values);
    } catch (IllegalArgumentException e) {
      faults.add(file, line.number(), String.valueOf(e.getMessage()));
    }
  }

  private static double cell(
      String file, int line, Column column, List<String> cells, FileFaults faults) {
    String text = cells.get(column.index());
    try {
      return RawCells.number(text);
    } catch (IllegalArgumentException e) {
      faults.add(file, line, "column " + column.name() + ": " + e.getMessage());
      return Double.NaN;
    }
  }

  /** The dates oldest first, as days since 1970-01-01. */
  int[] epochDays() {
    int[] days = dates.stream().mapToInt(DateColumn.Dated::epochDay).toArray();
    return DateColumn.isNewestFirst(dates) ? reversed(days) : days;
  }

  /** The values of a column oldest first, NaN where there is none. */
  double[] values(int column) {
    double[] values = rows.stream().mapToDouble(row -> row[column]).toArray();
    if (DateColumn.isNewestFirst(dates)) {
      for (int i = 0, j = values.length - 1; i < j; i++, j--) {
        double swapped = values[i];
        values[i] = values[j];
        values[j] = swapped;
      }
    }
    return values;
  }

  private static int[] reversed(int[] days) {
    int[] reversed = new int[days.length];
    for (int i = 0; i < days.length; i++) {
      reversed[i] = days[days.length - 1 - i];
    }
    return reversed;
  }

  /** The days on which a column has a value, with these values as closes; may be empty. */
  Bars closes(int column) {
    int[] days = epochDays();
    double[] values = values(column);
    int size = 0;
    for (int i = 0; i < days.length; i++) {
      if (!Double.isNaN(values[i])) {
        days[size] = days[i];
        values[size++] = values[i];
      }
    }
    return Bars.ofCloses(Arrays.copyOf(days, size), Arrays.copyOf(values, size));
  }
}
