package dev.arduinotrader.universe;

import java.util.List;

/**
 * What an import of dated facts did, or would do.
 *
 * @param columns what each column of the file means
 * @param rows rows of the file
 * @param securities securities of the universe that it tells of
 * @param values values read; blank cells are no values
 * @param stored values that were not known before
 * @param unknown symbols or ISINs that no security has, in the order of the file
 */
public record FundamentalsReport(
    String file,
    List<Column> columns,
    int rows,
    int securities,
    int values,
    int stored,
    List<String> unknown) {
  public FundamentalsReport {
    columns = List.copyOf(columns);
    unknown = List.copyOf(unknown);
  }

  /**
   * One column.
   *
   * @param meaning what it was read as; - when it was left out
   * @param values how many values it has
   */
  public record Column(String name, String meaning, int values) {}
}
