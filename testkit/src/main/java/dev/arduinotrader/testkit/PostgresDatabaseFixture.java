package dev.arduinotrader.testkit;

import dev.arduinotrader.platform.config.PostgresAddress;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.platform.sql.PostgresAccess;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

/** One empty database of the PostgreSQL for tests. */
public final class PostgresDatabaseFixture {
  private final String url;
  private final DataSource administrator;

  PostgresDatabaseFixture(int port, String name, DataSource administrator) {
    this.url = "postgresql://postgres@localhost:" + port + "/" + name;
    this.administrator = administrator;
  }

  /** Takes away everything that is in it; cheaper than a new one. Stores in it must be closed. */
  public PostgresDatabaseFixture emptied() {
    execute(
        "do $$ declare name text; begin"
            + " for name in select nspname from pg_namespace"
            + " where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')"
            + " loop execute format('drop schema %I cascade', name); end loop; end $$");
    return this;
  }

  /** As an operator would give it. */
  public String url() {
    return url;
  }

  public PostgresAccess access() {
    return PostgresAddress.parse(url)
        .then(address -> PostgresAccess.of(address, null, Map.of()))
        .orElseThrow();
  }

  /** Stores in this database; asking twice gives the same ones. */
  public Databases databases() {
    return Databases.on(access());
  }

  /** Does something to the server behind our stores' back. */
  public void execute(String sql) {
    execute(administrator, sql);
  }

  /** Ends every connection but the asking one, as a restart of the server does. */
  public void breakConnections() {
    execute(
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where datname = current_database() and pid <> pg_backend_pid()");
  }

  static void execute(DataSource source, String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot execute " + sql, e);
    }
  }
}
