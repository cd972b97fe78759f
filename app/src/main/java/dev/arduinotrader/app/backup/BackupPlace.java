package dev.arduinotrader.app.backup;

import dev.arduinotrader.app.session.SessionOptions;
import dev.arduinotrader.app.system.StoreHome;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ConfigLoader;
import dev.arduinotrader.platform.config.DatabaseConfig;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.platform.sql.PostgresAccess;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whose state is backed up or restored.
 *
 * @param server where the stores are, null for files of the data directory
 */
public record BackupPlace(Path dataDirectory, @Nullable PostgresAccess server, AccountId account) {
  private static final String FOLDER = "backups";

  /** What the command's options and configuration name. */
  public static Result<BackupPlace> of(SessionOptions options) {
    return ConfigLoader.load(
            options.deviceConfig(), options.servicesConfig(), options.environment())
        .then(config -> of(options, config.device().database()));
  }

  private static Result<BackupPlace> of(SessionOptions options, @Nullable DatabaseConfig database) {
    Path data = options.dataDirectory();
    return database == null
        ? Result.success(new BackupPlace(data, null, options.account()))
        : PostgresAccess.of(database.address(), database.password(), options.environment())
            .map(access -> new BackupPlace(data, access, options.account()));
  }

  /** Where backups are kept unless the user says otherwise. */
  public Path backups() {
    return dataDirectory.resolve(FOLDER);
  }

  /** For people. */
  String describe() {
    return server == null ? dataDirectory.toString() : server.toString();
  }

  /** The stores themselves; from now on the data directory belongs to them. */
  Result<Databases> claim() {
    PostgresAccess access = server;
    return access == null
        ? StoreHome.claim(dataDirectory, null).map(done -> Databases.in(dataDirectory))
        : StoreHome.claim(dataDirectory, access.address()).map(done -> Databases.on(access));
  }
}
