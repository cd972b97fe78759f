package dev.arduinotrader.app.system;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.DatabaseConfig;
import dev.arduinotrader.platform.config.PostgresAddress;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.platform.sql.PostgresAccess;
import dev.arduinotrader.platform.sql.PostgresStandby;
import dev.arduinotrader.platform.sql.SqlReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the stores of a data directory are: in its own files, or in a database that it remembers. A
 * start that has lost its database's address must not find empty books instead.
 */
public final class StoreHome {
  /** The file that says which database the directory belongs to. */
  public static final String NAME = "database";

  /** The file without which no installation has books. */
  private static final String BOOKS = "portfolio.db";

  private StoreHome() {}

  /**
   * The databases that the directory, which exists, belongs to from now on.
   *
   * @param wanted null for files
   * @return DATABASE_OTHER when it belongs to others
   */
  public static Result<Databases> of(
      Path data, @Nullable DatabaseConfig wanted, Map<String, String> environment) {
    return of(data, wanted, environment, Databases::on);
  }

  /**
   * The same for a process that stands by until a database is free or its writer is silent.
   *
   * @return INVALID_INPUT when no database is wanted: files have no standby
   */
  public static Result<Databases> standingBy(
      Path data,
      @Nullable DatabaseConfig wanted,
      Map<String, String> environment,
      PostgresStandby standby) {
    return wanted == null
        ? Result.failure(
            Problem.invalid(
                "--standby",
                "expected a PostgreSQL database to stand by for, found stores in files\nMaybe set %s."
                    .formatted(DatabaseConfig.URL_VARIABLE)))
        : of(data, wanted, environment, access -> Databases.on(access, standby));
  }

  private static Result<Databases> of(
      Path data,
      @Nullable DatabaseConfig wanted,
      Map<String, String> environment,
      Function<PostgresAccess, Databases> opener) {
    return wanted == null
        ? claim(data, null).map(done -> Databases.in(data))
        : PostgresAccess.of(wanted.address(), wanted.password(), environment)
            .then(access -> claim(data, wanted.address()).map(done -> opener.apply(access)));
  }

  /** Makes the directory belong to a database, or with null to its own files, for good. */
  public static Result<Done> claim(Path data, @Nullable PostgresAddress wanted) {
    String known = remembered(data);
    if (wanted == null) {
      return known.isEmpty()
          ? Result.success(Done.DONE)
          : other(
              "%s keeps its stores in %s, and no database was named\nMaybe set %s, or device.database.url."
                  .formatted(data, known, DatabaseConfig.URL_VARIABLE));
    }
    if (known.isEmpty() && Files.exists(data.resolve(BOOKS))) {
      return other(
          "%s keeps its stores in files, and %s was named\nMaybe use another directory: --data OTHER-DIR."
              .formatted(data, wanted));
    }
    if (!known.isEmpty() && !known.equals(wanted.place())) {
      return other(
          "%s keeps its stores in %s, and %s was named\nMaybe remove %s if it is the same database under a new name."
              .formatted(data, known, wanted.place(), data.resolve(NAME)));
    }
    remember(data, wanted.place());
    return Result.success(Done.DONE);
  }

  private static <T> Result<T> other(String message) {
    return SqlReason.DATABASE_OTHER.failure(message);
  }

  private static String remembered(Path data) {
    Path file = data.resolve(NAME);
    try {
      return Files.exists(file) ? Files.readString(file).strip() : "";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static void remember(Path data, String place) {
    try {
      Files.writeString(data.resolve(NAME), place + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + data.resolve(NAME), e);
    }
  }
}
