package dev.arduinotrader.platform.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Type;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to one schema, with everything said that our promises rest on. */
final class PostgresSessions {
  private static final int CONNECT_TIMEOUT_SECONDS = 5;

  /** No statement of ours takes longer; a server that is gone is noticed by then. */
  private static final int SOCKET_TIMEOUT_SECONDS = 30;

  private static final int READERS_MAX = 8;
  private static final int READERS_IDLE_MIN = 1;
  private static final long READER_TIMEOUT_MILLIS = 5_000;
  private static final long READER_KEEPALIVE_MILLIS = 60_000;

  /**
   * A commit is on the server's disk; a client that is gone gives its locks back after about 25
   * seconds.
   */
  private static final String EVERY =
      "-c synchronous_commit=on -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5"
          + " -c tcp_keepalives_count=3 -c tcp_user_timeout=25000"
          + " -c idle_in_transaction_session_timeout=60000";

  private static final String WRITING =
      EVERY + " -c default_transaction_isolation=read\\ committed";

  /** All statements of a read see the same state. */
  private static final String READING =
      EVERY + " -c default_transaction_isolation=repeatable\\ read";

  private PostgresSessions() {}

  /** A single connection at a time, each opened anew. */
  static PGSimpleDataSource writing(PostgresAccess access, Schema schema) {
    return source(access, schema, WRITING);
  }

  /** Migrations may take long. */
  static PGSimpleDataSource migrating(PostgresAccess access, Schema schema) {
    PGSimpleDataSource source = source(access, schema, EVERY);
    source.setSocketTimeout(0);
    return source;
  }

  static HikariDataSource reading(PostgresAccess access, Schema schema) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(schema.name() + " readers");
    config.setDataSource(source(access, schema, READING));
    // Not as a default of the session, by which the driver takes a server for a standby.
    config.setReadOnly(true);
    config.setMaximumPoolSize(READERS_MAX);
    config.setMinimumIdle(READERS_IDLE_MIN);
    config.setConnectionTimeout(READER_TIMEOUT_MILLIS);
    config.setKeepaliveTime(READER_KEEPALIVE_MILLIS);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  /** SQLite has no truth values: its tables hold 0 and 1, and so do these. */
  static Jdbi jdbi(DataSource source) {
    return Jdbi.create(source).registerArgument(new TruthAsNumber());
  }

  private static PGSimpleDataSource source(PostgresAccess access, Schema schema, String settings) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(access.address().jdbcUrl());
    source.setUser(access.address().user());
    access.password().ifPresent(source::setPassword);
    source.setCurrentSchema(schema.name());
    source.setApplicationName(
        "arduino-trader " + schema.name() + " " + ProcessHandle.current().pid());
    source.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
    source.setSocketTimeout(SOCKET_TIMEOUT_SECONDS);
    source.setTcpKeepAlive(true);
    source.setOptions(settings);
    try {
      source.setProperty("targetServerType", "primary");
      for (var option : access.address().options().entrySet()) {
        source.setProperty(option.getKey(), option.getValue());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("an option that the driver does not know", e);
    }
    return source;
  }

  private static final class TruthAsNumber implements ArgumentFactory.Preparable {
    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
      return type == boolean.class || type == Boolean.class
          ? Optional.of(TruthAsNumber::number)
          : Optional.empty();
    }

    private static Argument number(@Nullable Object truth) {
      return (position, statement, context) -> {
        if (truth == null) {
          statement.setNull(position, Types.BIGINT);
        } else {
          statement.setLong(position, truth.equals(true) ? 1 : 0);
        }
      };
    }
  }
}
