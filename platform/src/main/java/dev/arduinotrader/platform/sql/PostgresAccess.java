package dev.arduinotrader.platform.sql;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.PostgresAddress;
import dev.arduinotrader.platform.config.SecretReference;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How this process gets into a PostgreSQL database; never prints the password. */
public final class PostgresAccess {
  private final PostgresAddress address;
  private final @Nullable String password;

  private PostgresAccess(PostgresAddress address, @Nullable String password) {
    this.address = address;
    this.password = password;
  }

  /**
   * Reads the password, if one is referred to. Without one the server must trust the connection or
   * {@code ~/.pgpass} hold it.
   */
  public static Result<PostgresAccess> of(
      PostgresAddress address,
      @Nullable SecretReference password,
      Map<String, String> environment) {
    return password == null
        ? Result.success(new PostgresAccess(address, null))
        : password.read(environment).map(secret -> new PostgresAccess(address, secret));
  }

  public PostgresAddress address() {
    return address;
  }

  Optional<String> password() {
    return Optional.ofNullable(password);
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
