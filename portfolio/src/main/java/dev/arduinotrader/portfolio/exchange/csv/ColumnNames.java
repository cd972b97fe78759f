package dev.arduinotrader.portfolio.exchange.csv;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gives the columns of a table from elsewhere our names; those that nobody named are left out. */
final class ColumnNames {
  private ColumnNames() {}

  /** INVALID_ARGUMENT naming every name that is none. */
  static Result<CsvRows> apply(CsvRows table, Map<String, String> columns) {
    if (columns.isEmpty()) {
      return Result.success(table);
    }
    List<Fault> faults = new ArrayList<>();
    List<String> header = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (String ours : TransactionCsv.COLUMNS) {
      String theirs = columns.getOrDefault(ours, ours).toLowerCase(Locale.ROOT);
      int place = table.column(theirs);
      if (place >= 0) {
        header.add(ours);
        places.add(place);
      } else if (columns.containsKey(ours)) {
        faults.add(
            new Fault(
                "line 1", "expected the column %s, found %s".formatted(theirs, table.header())));
      }
    }
    for (String ours : columns.keySet().stream().sorted().toList()) {
      if (!TransactionCsv.COLUMNS.contains(ours)) {
        faults.add(
            new Fault(
                "map", "expected one of %s, found %s".formatted(TransactionCsv.COLUMNS, ours)));
      }
    }
    return faults.isEmpty()
        ? Result.success(new CsvRows(header, rows(table, places)))
        : Result.failure(Problem.invalid(faults));
  }

  private static List<CsvRows.Row> rows(CsvRows table, List<Integer> places) {
    return table.rows().stream()
        .map(row -> new CsvRows.Row(row.line(), places.stream().map(row.cells()::get).toList()))
        .toList();
  }
}
