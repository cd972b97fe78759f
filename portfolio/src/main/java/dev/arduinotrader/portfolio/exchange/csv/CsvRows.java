package dev.arduinotrader.portfolio.exchange.csv;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table with a header, cells perhaps in quotes (RFC 4180), separated by commas, or by semicolons
 * when the header has more of them.
 *
 * @param header column names in lower case
 * @param rows without empty lines; each as long as the header
 */
public record CsvRows(List<String> header, List<Row> rows) {
  private static final int ROWS_MAX = 200_000;

  /**
   * One row.
   *
   * @param line where it begins in the text, 1 for the first line
   */
  public record Row(int line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  public CsvRows {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** Reads a whole text; INVALID_ARGUMENT naming every row that does not fit the header. */
  public static Result<CsvRows> read(String text) {
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    List<Row> all = new CsvScanner(content, separator(content)).rows();
    if (all.isEmpty()) {
      return Result.failure(
          Problem.invalid("line 1", "expected a header of column names, found nothing"));
    }
    if (all.size() > ROWS_MAX) {
      return Result.failure(
          Problem.invalid("line " + ROWS_MAX, "expected at most 200,000 rows, found more"));
    }
    List<String> header =
        all.getFirst().cells().stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
    List<Row> rows = all.subList(1, all.size());
    List<Fault> faults = new ArrayList<>();
    for (Row row : rows) {
      if (row.cells().size() != header.size()) {
        faults.add(
            new Fault(
                "line " + row.line(),
                "expected %d cells as in the header, found %d\nMaybe a text with a %s needs quotes."
                    .formatted(header.size(), row.cells().size(), "separator")));
      }
    }
    return faults.isEmpty()
        ? Result.success(new CsvRows(header, rows))
        : Result.failure(Problem.invalid(faults));
  }

  private static char separator(String content) {
    String first = content.lines().findFirst().orElse("");
    long commas = first.chars().filter(c -> c == ',').count();
    long semicolons = first.chars().filter(c -> c == ';').count();
    return semicolons > commas ? ';' : ',';
  }

  /** The place of a column, -1 when there is none. */
  public int column(String name) {
    return header.indexOf(name);
  }
}
