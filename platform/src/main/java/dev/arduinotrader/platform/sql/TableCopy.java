package dev.arduinotrader.platform.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Moves all rows of a store between SQLite and PostgreSQL, whose tables have the same columns. */
final class TableCopy {
  private static final int BATCH_ROWS = 500;

  private TableCopy() {}

  /** Replaces all rows of a SQLite file, which says what tables there are, by those of a schema. */
  static void fillSqlite(Connection from, String schema, Connection sqlite) throws SQLException {
    List<String> tables = parentsFirst(sqlite);
    empty(sqlite, tables);
    for (String table : tables) {
      copy(from, "\"" + schema + "\"." + quoted(table), sqlite, table, columns(sqlite, table));
    }
  }

  /** Replaces all rows of the connection's schema by those of a SQLite file. */
  static void fillPostgres(Connection sqlite, Connection postgres) {
    try {
      List<String> tables = parentsFirst(sqlite);
      empty(postgres, tables);
      for (String table : tables) {
        copy(sqlite, quoted(table), postgres, table, columns(sqlite, table));
        countOn(postgres, table);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot fill the schema", e);
    }
  }

  private static void empty(Connection connection, List<String> tables) throws SQLException {
    for (String table : tables.reversed()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("delete from " + quoted(table));
      }
    }
  }

  private static void copy(
      Connection from, String source, Connection into, String table, List<String> columns)
      throws SQLException {
    String names = columns.stream().map(TableCopy::quoted).collect(Collectors.joining(", "));
    String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    long read = 0;
    try (Statement select = from.createStatement();
        PreparedStatement insert =
            into.prepareStatement(
                "insert into %s (%s) values (%s)".formatted(quoted(table), names, marks))) {
      select.setFetchSize(BATCH_ROWS);
      try (ResultSet rows = select.executeQuery("select " + names + " from " + source)) {
        while (rows.next()) {
          for (int i = 1; i <= columns.size(); i++) {
            set(insert, i, rows.getObject(i));
          }
          insert.addBatch();
          read++;
          if (read % BATCH_ROWS == 0) {
            insert.executeBatch();
          }
        }
      }
      insert.executeBatch();
    }
    requireCount(into, table, read);
  }

  private static void set(PreparedStatement insert, int position, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> insert.setObject(position, null);
      case Integer number -> insert.setLong(position, number);
      case Long number -> insert.setLong(position, number);
      case Double number -> insert.setDouble(position, number);
      case String text -> insert.setString(position, text);
      case byte[] bytes -> insert.setBytes(position, bytes);
      default -> throw new IllegalStateException("a value of an unknown " + value.getClass());
    }
  }

  private static void requireCount(Connection into, String table, long expected)
      throws SQLException {
    try (Statement statement = into.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + quoted(table))) {
      rows.next();
      if (rows.getLong(1) != expected) {
        throw new IllegalStateException(
            "expected %d rows of %s, found %d".formatted(expected, table, rows.getLong(1)));
      }
    }
  }

  /** A column that counts by itself goes on after the highest number. */
  private static void countOn(Connection postgres, String table) throws SQLException {
    List<String> counted =
        strings(
            postgres,
            "select column_name from information_schema.columns where is_identity = 'YES'"
                + " and table_schema = current_schema() and table_name = '"
                + table
                + "'");
    for (String column : counted) {
      try (Statement statement = postgres.createStatement()) {
        statement.execute(
            "select setval(pg_get_serial_sequence('%s', '%s'), coalesce(max(%s), 0) + 1, false) from %s"
                .formatted(quoted(table), column, quoted(column), quoted(table)));
      }
    }
  }

  /** Our tables, each after those that its rows point to. */
  private static List<String> parentsFirst(Connection sqlite) throws SQLException {
    Map<String, List<String>> parents = new LinkedHashMap<>();
    for (String table :
        strings(
            sqlite,
            "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%'"
                + " escape '\\' and name <> 'flyway_schema_history' order by name")) {
      parents.put(
          table,
          strings(
              sqlite, "select distinct \"table\" from pragma_foreign_key_list('" + table + "')"));
    }
    Set<String> ordered = new LinkedHashSet<>();
    parents.keySet().forEach(table -> add(table, parents, ordered));
    return new ArrayList<>(ordered);
  }

  private static void add(String table, Map<String, List<String>> parents, Set<String> ordered) {
    for (String parent : parents.getOrDefault(table, List.of())) {
      if (!parent.equals(table) && !ordered.contains(parent)) {
        add(parent, parents, ordered);
      }
    }
    ordered.add(table);
  }

  private static List<String> columns(Connection sqlite, String table) throws SQLException {
    return strings(sqlite, "select name from pragma_table_info('" + table + "') order by cid");
  }

  private static List<String> strings(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> strings = new ArrayList<>();
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
      return strings;
    }
  }

  private static String quoted(String name) {
    return "\"" + name + "\"";
  }
}
