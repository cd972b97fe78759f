package dev.arduinotrader.platform.sql;

import dev.arduinotrader.kernel.result.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * All stores of a directory at one instant. For a moment every store's writers are kept out, so
 * that no store is seen before and another after the same step of a cycle; what was seen then can
 * be copied while they write again.
 */
final class SqliteMoment implements AutoCloseable {
  private final List<Connection> readers;

  private SqliteMoment(List<Connection> readers) {
    this.readers = readers;
  }

  static SqliteMoment of(Path directory, List<String> names) throws SQLException {
    List<Connection> writers = new ArrayList<>();
    List<Connection> readers = new ArrayList<>();
    boolean seen = false;
    try {
      for (String name : names) {
        writers.add(keepWritersOut(directory, name));
      }
      for (String name : names) {
        Connection reader = SqliteFiles.open(directory.resolve(name + ".db"));
        readers.add(reader);
        execute(reader, "begin");
        execute(reader, "select count(*) from sqlite_master");
      }
      seen = true;
      return new SqliteMoment(readers);
    } finally {
      closeAll(writers);
      if (!seen) {
        closeAll(readers);
      }
    }
  }

  private static Connection keepWritersOut(Path directory, String name) throws SQLException {
    Connection writer = SqliteFiles.open(directory.resolve(name + ".db"));
    try {
      execute(writer, "begin immediate");
      return writer;
    } catch (SQLException e) {
      writer.close();
      throw new ProblemException(
          SqlReason.DATABASE_IN_USE.problem(
              "expected a moment without a writer in %s of %s within ten seconds, found none: %s\nMaybe try again."
                  .formatted(name, directory, e.getMessage())));
    }
  }

  /** Writes the store of this number to a new file. */
  void copy(int number, Path file) throws SQLException {
    execute(readers.get(number), "backup to '" + file.toString().replace("'", "''") + "'");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    closeAll(readers);
  }

  /** Closing ends their transactions. */
  private static void closeAll(List<Connection> connections) throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
  }
}
