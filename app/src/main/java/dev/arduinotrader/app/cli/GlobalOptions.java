package dev.arduinotrader.app.cli;

import dev.arduinotrader.platform.config.DatabaseConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** Options that every command takes, before or after its name. */
public final class GlobalOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      defaultValue = "table",
      description = "How to print: table or json. Default: table.")
  OutputFormat output = OutputFormat.TABLE;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Where state is kept. Default: TRADER_DATA, else ./data.")
  @Nullable Path data;

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description =
          "Keep state in PostgreSQL: postgresql://USER@HOST:5432/DATABASE."
              + " Default: TRADER_DATABASE_URL, else device.yaml, else files in --data.")
  @Nullable String databaseUrl;

  @Option(
      names = "--database-password",
      paramLabel = "WHERE",
      scope = ScopeType.INHERIT,
      description =
          "Where its password is found: env:NAME or file:PATH."
              + " Default: TRADER_DATABASE_PASSWORD_FROM.")
  @Nullable String databasePassword;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      scope = ScopeType.INHERIT,
      converter = InstantConverter.class,
      description =
          "Start the clock there, such as 2023-05-25T22:00Z. Research and paper only."
              + " Default: TRADER_AS_OF, else now.")
  @Nullable Instant asOf;

  @Option(
      names = "--device-config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The device.yaml. Default: DEVICE_CONFIG_PATH, else built in.")
  @Nullable Path deviceConfig;

  @Option(
      names = "--services-config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The services.yaml. Default: SERVICES_CONFIG_PATH, else built in.")
  @Nullable Path servicesConfig;

  @Option(
      names = "--account",
      paramLabel = "ID",
      scope = ScopeType.INHERIT,
      defaultValue = "paper-1",
      description = "The account concerned. Default: paper-1.")
  String account = "paper-1";

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "No colours, also when the output is a terminal.")
  boolean noColor;

  /** The data directory in force. */
  Path dataDirectory(Map<String, String> environment) {
    Path chosen = data;
    if (chosen == null) {
      chosen = Path.of(environment.getOrDefault("TRADER_DATA", "data"));
    }
    return chosen.toAbsolutePath().normalize();
  }

  /** Where the clock starts, null for the machine's own time. */
  @Nullable Instant clockStart(Map<String, String> environment) {
    String fromEnvironment = environment.getOrDefault("TRADER_AS_OF", "");
    return asOf != null || fromEnvironment.isBlank() ? asOf : instant(fromEnvironment);
  }

  /** The environment with what the arguments say instead. */
  Map<String, String> overriding(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    if (databaseUrl != null) {
      all.put(DatabaseConfig.URL_VARIABLE, databaseUrl);
      all.remove(DatabaseConfig.PASSWORD_VARIABLE);
    }
    if (databasePassword != null) {
      all.put(DatabaseConfig.PASSWORD_VARIABLE, databasePassword);
    }
    return all;
  }

  static Instant instant(String text) {
    try {
      return java.time.OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "expected an instant such as 2023-05-25T22:00Z, found '" + text + "'");
    }
  }

  static final class InstantConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
      return instant(value);
    }
  }
}
