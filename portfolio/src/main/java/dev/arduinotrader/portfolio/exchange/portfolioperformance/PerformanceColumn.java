package dev.arduinotrader.portfolio.exchange.portfolioperformance;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.exchange.csv.CsvRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of the files by their English and German names. */
enum PerformanceColumn {
  DATE("Date", "Datum"),
  TYPE("Type", "Typ"),
  VALUE("Value", "Wert"),
  CURRENCY("Transaction Currency", "Buchungswährung"),
  GROSS("Gross Amount", "Bruttobetrag"),
  GROSS_CURRENCY("Currency Gross Amount", "Währung Bruttobetrag"),
  RATE("Exchange Rate", "Wechselkurs"),
  FEES("Fees", "Gebühren"),
  TAXES("Taxes", "Steuern"),
  SHARES("Shares", "Stück"),
  ISIN("ISIN", "ISIN"),
  WKN("WKN", "WKN"),
  TICKER("Ticker Symbol", "Ticker-Symbol"),
  NAME("Security Name", "Wertpapiername"),
  NOTE("Note", "Notiz");

  /** What other columns of theirs there are; they say nothing that the books keep. */
  private static final List<String> OTHERS =
      List.of(
          "ex-date",
          "ex-tag",
          "cash account",
          "account name",
          "konto",
          "securities account",
          "portfolio name",
          "depot",
          "source",
          "quelle");

  private static final List<PerformanceColumn> REQUIRED = List.of(DATE, TYPE, VALUE, CURRENCY);

  private final String english;
  private final String german;

  PerformanceColumn(String english, String german) {
    this.english = english;
    this.german = german;
  }

  String english() {
    return english;
  }

  private static @Nullable PerformanceColumn named(String name) {
    for (PerformanceColumn column : values()) {
      if (column.english.equalsIgnoreCase(name) || column.german.equalsIgnoreCase(name)) {
        return column;
      }
    }
    return null;
  }

  /** Whether a header is one of these files. */
  static boolean isHeader(List<String> names) {
    return REQUIRED.stream()
        .allMatch(column -> names.stream().anyMatch(name -> named(name) == column));
  }

  /**
   * The table with the English names in lower case.
   *
   * @param columns the file's names by the English ones, for a file with other names
   */
  static Result<CsvRows> renamed(CsvRows table, Map<String, String> columns) {
    List<Fault> faults = new ArrayList<>();
    List<String> header = new ArrayList<>();
    for (String name : table.header()) {
      String ours =
          columns.entrySet().stream()
              .filter(entry -> entry.getValue().equalsIgnoreCase(name))
              .map(entry -> entry.getKey().toLowerCase(Locale.ROOT))
              .findFirst()
              .orElse(name);
      PerformanceColumn column = named(ours);
      if (column == null && !OTHERS.contains(ours)) {
        faults.add(
            new Fault(
                "line 1",
                "expected the columns of Portfolio Performance, found '%s'\nMaybe remove it."
                    .formatted(name)));
      }
      header.add(column == null ? ours : column.english.toLowerCase(Locale.ROOT));
    }
    for (PerformanceColumn column : REQUIRED) {
      if (!header.contains(column.english.toLowerCase(Locale.ROOT))) {
        faults.add(
            new Fault(
                "line 1",
                "expected the column %s (%s), found %s\nMaybe export the transactions again."
                    .formatted(column.english, column.german, table.header())));
      }
    }
    return faults.isEmpty()
        ? Result.success(new CsvRows(header, table.rows()))
        : Result.failure(Problem.invalid(faults));
  }

  /** The name that a renamed table has. */
  String key() {
    return english.toLowerCase(Locale.ROOT);
  }
}
