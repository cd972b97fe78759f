package dev.arduinotrader.platform.config;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL database in which a device keeps its stores, instead of files.
 *
 * @param password where the password is found, null when none is needed or {@code ~/.pgpass} has it
 */
public record DatabaseConfig(PostgresAddress address, @Nullable SecretReference password) {
  /** The environment variable that names a database, beating device.yaml. */
  public static final String URL_VARIABLE = "TRADER_DATABASE_URL";

  /** The environment variable that says where the password is found. */
  public static final String PASSWORD_VARIABLE = "TRADER_DATABASE_PASSWORD_FROM";

  /** Reads both texts; names every fault of either by its key below the given one. */
  static Result<DatabaseConfig> parse(String key, String url, @Nullable String password) {
    List<Fault> faults = new ArrayList<>();
    PostgresAddress address = valueOrFault(key + "url", PostgresAddress.parse(url), faults);
    SecretReference reference =
        password == null
            ? null
            : valueOrFault(key + "password", SecretReference.parse(password), faults);
    return address == null || !faults.isEmpty()
        ? Result.failure(Problem.invalid(faults))
        : Result.success(new DatabaseConfig(address, reference));
  }

  private static <T> @Nullable T valueOrFault(String place, Result<T> read, List<Fault> faults) {
    return switch (read) {
      case Result.Success<T>(T value) -> value;
      case Result.Failure<T>(Problem problem) -> {
        if (problem.faults().isEmpty()) {
          faults.add(new Fault(place, problem.message()));
        }
        problem.faults().forEach(fault -> faults.add(new Fault(place, fault.message())));
        yield null;
      }
    };
  }
}
