package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An auditor: reads the files of a data directory with plain SQL, past the program, and compares
 * what the paper broker has with what trading and the ledger have.
 */
final class Books {
  private final Path data;

  Books(Path data) {
    this.data = data;
  }

  /**
   * Every order of the broker belongs to one of ours, every fact of the broker is booked exactly
   * once and nothing else is, cash and holdings agree, and every transaction sums to zero.
   */
  void assertAgreeWithTheBroker() {
    assertThat(
            column(
                "trading.db",
                "select client_order_id from leg where broker_order_id <> '' or state = 'FILLED'"))
        .containsExactlyInAnyOrderElementsOf(
            column("paper_broker.db", "select client_order_id from paper_order"));
    assertThat(bookedFacts()).containsExactlyInAnyOrderElementsOf(brokerFacts());
    assertThat(
            sums(
                "portfolio.db",
                "select currency, amount from posting where ledger_account = 'assets:cash'"))
        .isEqualTo(sums("paper_broker.db", "select currency, amount from paper_cash"));
    assertThat(sums("portfolio.db", "select isin, quantity from posting where isin is not null"))
        .isEqualTo(sums("paper_broker.db", "select isin, quantity from paper_holding"));
    assertThat(sums("portfolio.db", "select number || ' ' || currency, amount from posting"))
        .isEmpty();
  }

  /** Whether as much is booked as the broker has done. */
  boolean areComplete() {
    return bookedFacts().size() >= brokerFacts().size();
  }

  /** The orders that the broker has, for securities and for exchanges alike. */
  List<String> brokerOrders() {
    return column("paper_broker.db", "select client_order_id from paper_order order by 1");
  }

  /** How many transactions of a kind, such as DEPOSIT or EXCHANGE, the ledger has. */
  long transactions(String kind) {
    return column("portfolio.db", "select kind from ledger_transaction").stream()
        .filter(kind::equals)
        .count();
  }

  /** What the ledger booked under one of the broker's ids, by its account and currency. */
  Map<String, BigDecimal> postings(String sourceId) {
    return sums(
        "portfolio.db",
        "select ledger_account || ' ' || currency, amount from posting p"
            + " join ledger_transaction t on t.account_id = p.account_id and t.number = p.number"
            + " where t.source_id = '"
            + sourceId
            + "'");
  }

  private List<String> bookedFacts() {
    return column("portfolio.db", "select source_id from ledger_transaction");
  }

  private List<String> brokerFacts() {
    List<String> facts =
        new ArrayList<>(column("paper_broker.db", "select execution_id from paper_execution"));
    facts.addAll(column("paper_broker.db", "select movement_id from paper_movement"));
    return facts;
  }

  private List<String> column(String file, String sql) {
    List<String> values = new ArrayList<>();
    read(file, sql, row -> values.add(row.getString(1)));
    return values;
  }

  /** The sum of the second column for each value of the first; sums of zero are left out. */
  private Map<String, BigDecimal> sums(String file, String sql) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    read(
        file,
        sql,
        row -> sums.merge(row.getString(1), new BigDecimal(row.getString(2)), BigDecimal::add));
    sums.values().removeIf(sum -> sum.signum() == 0);
    sums.replaceAll((key, sum) -> sum.stripTrailingZeros());
    return sums;
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private void read(String file, String sql, RowReader reader) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:file:" + data.resolve(file) + "?mode=ro");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        reader.read(rows);
      }
    } catch (SQLException e) {
      throw new AssertionError(file + ": " + sql, e);
    }
  }
}
