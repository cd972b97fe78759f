package dev.arduinotrader.portfolio.exchange.csv;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.BrokerMovement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Reads transactions from a table with the columns {@code date, kind, isin, quantity, price,
 * currency, amount, fee, note} and perhaps {@code sold_currency, id, fee_currency, order_id,
 * first_bought}, in any order; see docs/performance.md for what each kind needs.
 */
public final class TransactionCsv {
  public static final List<String> COLUMNS =
      List.of(
          "date",
          "kind",
          "isin",
          "quantity",
          "price",
          "currency",
          "amount",
          "fee",
          "note",
          "sold_currency",
          "id",
          "fee_currency",
          "order_id",
          "first_bought");
  private static final List<String> REQUIRED = List.of("date", "kind", "currency");
  private static final int ID_DIGITS = 20;

  private TransactionCsv() {}

  /**
   * The movements of a whole file, in its order, without numbers of an outbox. A row without an id
   * gets one from its content, so that the same file again says nothing new; rows that are alike
   * are counted.
   *
   * @return INVALID_ARGUMENT naming every fault with its line and column
   */
  public static Result<List<BrokerMovement>> read(String text) {
    return read(text, Map.of());
  }

  /**
   * As {@link #read(String)}, for a file with other names of columns.
   *
   * @param columns the file's names by ours; when there are any, other columns are left out
   */
  public static Result<List<BrokerMovement>> read(String text, Map<String, String> columns) {
    return CsvRows.read(text)
        .then(table -> ColumnNames.apply(table, columns))
        .then(TransactionCsv::movements);
  }

  private static Result<List<BrokerMovement>> movements(CsvRows table) {
    List<Fault> faults = new ArrayList<>(headerFaults(table));
    if (!faults.isEmpty()) {
      return Result.failure(Problem.invalid(faults));
    }
    Map<String, Integer> alike = new HashMap<>();
    List<BrokerMovement> movements = new ArrayList<>();
    for (CsvRows.Row row : table.rows()) {
      RowReader cells = new RowReader(table, row, faults);
      int number = alike.merge(cells.content(), 1, Integer::sum);
      BrokerMovement movement = TransactionRow.read(cells, id(cells, number));
      if (movement != null) {
        movements.add(movement);
      }
    }
    if (table.rows().isEmpty()) {
      faults.add(new Fault("line 2", "expected at least one transaction, found none"));
    }
    return faults.isEmpty()
        ? Result.success(List.copyOf(movements))
        : Result.failure(Problem.invalid(faults));
  }

  private static List<Fault> headerFaults(CsvRows table) {
    List<Fault> faults = new ArrayList<>();
    for (String column : REQUIRED) {
      if (table.column(column) < 0) {
        faults.add(
            new Fault(
                "line 1", "expected the column %s, found %s".formatted(column, table.header())));
      }
    }
    for (String column : table.header()) {
      if (!COLUMNS.contains(column)) {
        faults.add(
            new Fault(
                "line 1",
                "expected the columns %s, found '%s'\nMaybe give it one of these names."
                    .formatted(COLUMNS, column)));
      }
    }
    return faults;
  }

  private static String id(RowReader cells, int number) {
    String own = cells.text("id");
    if (!own.isEmpty()) {
      return own;
    }
    String digest = sha256(cells.content()).substring(0, ID_DIGITS);
    return number == 1 ? "csv-" + digest : "csv-" + digest + "-" + number;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
