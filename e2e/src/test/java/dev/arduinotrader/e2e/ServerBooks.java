package dev.arduinotrader.e2e;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** As {@link Books}, for stores in a PostgreSQL: reads past the program what the two sides have. */
final class ServerBooks {
  private final String url;

  /**
   * @param url of the database as an operator gives it
   */
  ServerBooks(String url) {
    this.url = "jdbc:" + url.replace("postgres@", "") + "?user=postgres";
  }

  /** Every order that the broker has, in the order of their names. */
  List<String> brokerOrders() {
    return column("select client_order_id from paper_broker.paper_order order by 1");
  }

  /** How many orders the broker has for each of our legs that it has any for. */
  List<String> ordersPerLeg() {
    return column(
        "select count(o.client_order_id)::text from paper_broker.paper_order o"
            + " left join trading.leg l on l.client_order_id = o.client_order_id"
            + " group by l.trade_id, l.leg_number");
  }

  /** The lease's epoch of each account. */
  List<String> epochs() {
    return column("select lease_epoch::text from trading.account order by account_id");
  }

  boolean haveAnIntent() {
    return !column("select trade_id from trading.intent").isEmpty();
  }

  /** All orders are over, and everything the broker has done is booked once, and nothing else. */
  boolean agree() {
    List<String> booked = column("select source_id from portfolio.ledger_transaction order by 1");
    return column("select trade_id from trading.intent where active = 1").isEmpty()
        && booked.equals(facts())
        && column("select state from trading.leg").contains("FILLED");
  }

  private List<String> facts() {
    return column(
        "select execution_id from paper_broker.paper_execution"
            + " union all select movement_id from paper_broker.paper_movement order by 1");
  }

  private List<String> column(String sql) {
    List<String> values = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
    return values;
  }

  @Override
  public String toString() {
    return column("select state || ' ' || note from trading.leg")
        + "\nbooked: "
        + column("select source_id from portfolio.ledger_transaction order by 1")
        + "\nbroker: "
        + facts();
  }
}
