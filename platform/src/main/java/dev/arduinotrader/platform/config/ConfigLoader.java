package dev.arduinotrader.platform.config;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ConfigFile.DeviceFile;
import dev.arduinotrader.platform.config.ConfigFile.ServicesFile;
import dev.arduinotrader.platform.config.ConfigParser.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds, reads and validates the configuration of a device. */
public final class ConfigLoader {
  /** The environment variable that names the device file. */
  public static final String DEVICE_VARIABLE = "DEVICE_CONFIG_PATH";

  /** The environment variable that names the services file. */
  public static final String SERVICES_VARIABLE = "SERVICES_CONFIG_PATH";

  private static final String BUILT_IN = "built in";

  /** A file to read, and who named it. */
  private record Choice(Path path, String origin) {}

  private ConfigLoader() {}

  /**
   * The configuration of this device.
   *
   * <p>For each of the two files the argument beats the environment variable. A file that neither
   * names is taken from beside the other one ({@code device.yaml}, {@code services.yaml}) when it
   * is there, and else the built-in default holds: the device {@code primary} with all roles, and
   * all services in-process on this device. A database that the environment names beats that of the
   * device file.
   *
   * @param deviceArgument the device file that the command line names, or null
   * @param servicesArgument the services file that the command line names, or null
   * @param environment the variables of the process; files may refer to them
   * @return the configuration, or every fault of both files at once
   */
  public static Result<LoadedConfig> load(
      @Nullable Path deviceArgument,
      @Nullable Path servicesArgument,
      Map<String, String> environment) {
    Choice namedDevice = named(deviceArgument, DEVICE_VARIABLE, environment);
    Choice namedServices = named(servicesArgument, SERVICES_VARIABLE, environment);
    Choice device = namedDevice == null ? beside(namedServices, "device.yaml") : namedDevice;
    Choice services = namedServices == null ? beside(namedDevice, "services.yaml") : namedServices;
    List<Fault> faults = new ArrayList<>();
    ConfigFile deviceFile = read(device, Kind.DEVICE, environment, faults);
    ConfigFile servicesFile = read(services, Kind.SERVICES, environment, faults);
    DatabaseConfig database = database(environment, faults);
    if (!faults.isEmpty()) {
      return Result.failure(Problem.invalid(faults));
    }
    LoadedConfig files = combine(deviceFile, servicesFile);
    return Result.success(database == null ? files : files.withDatabase(database));
  }

  /**
   * One configuration file by itself, of whichever kind its keys say it is.
   *
   * @return the file, or every fault in it
   */
  public static Result<ConfigFile> read(Path file, Map<String, String> environment) {
    return ConfigParser.parse(file, "argument", null, environment);
  }

  /** The sources of the device that is assumed when no file is given. */
  public static Sources builtInDevice() {
    return new Sources("device " + BUILT_IN, List.of(), Map.of("device", BUILT_IN));
  }

  /** The sources of the services that are assumed when no file is given. */
  public static Sources builtInServices() {
    return new Sources("services " + BUILT_IN, List.of(), Map.of("services", BUILT_IN));
  }

  private static @Nullable Choice named(
      @Nullable Path argument, String variable, Map<String, String> environment) {
    if (argument != null) {
      return new Choice(argument, "argument");
    }
    String value = environment.getOrDefault(variable, "");
    return value.isEmpty() ? null : new Choice(Path.of(value), variable);
  }

  private static @Nullable Choice beside(@Nullable Choice other, String name) {
    if (other == null) {
      return null;
    }
    Path neighbour = other.path().resolveSibling(name);
    return Files.exists(neighbour)
        ? new Choice(neighbour, "beside " + other.path().getFileName())
        : null;
  }

  private static @Nullable DatabaseConfig database(
      Map<String, String> environment, List<Fault> faults) {
    String url = environment.getOrDefault(DatabaseConfig.URL_VARIABLE, "");
    String password = environment.getOrDefault(DatabaseConfig.PASSWORD_VARIABLE, "");
    if (url.isEmpty()) {
      return null;
    }
    return switch (DatabaseConfig.parse("database ", url, password.isEmpty() ? null : password)) {
      case Result.Success<DatabaseConfig>(DatabaseConfig read) -> read;
      case Result.Failure<DatabaseConfig>(Problem problem) -> {
        faults.addAll(problem.faults());
        yield null;
      }
    };
  }

  private static @Nullable ConfigFile read(
      @Nullable Choice choice, Kind kind, Map<String, String> environment, List<Fault> faults) {
    if (choice == null) {
      return null;
    }
    return switch (ConfigParser.parse(choice.path(), choice.origin(), kind, environment)) {
      case Result.Success<ConfigFile>(ConfigFile file) -> file;
      case Result.Failure<ConfigFile>(Problem problem) -> {
        faults.addAll(problem.faults());
        yield null;
      }
    };
  }

  private static LoadedConfig combine(@Nullable ConfigFile device, @Nullable ConfigFile services) {
    DeviceConfig readDevice = DeviceConfig.defaults();
    Sources deviceSources = builtInDevice();
    if (device instanceof DeviceFile file) {
      readDevice = file.device();
      deviceSources = file.sources();
    }
    ServicesConfig readServices = ServicesConfig.localOn(readDevice.id());
    Sources servicesSources = builtInServices();
    if (services instanceof ServicesFile file) {
      readServices = file.services();
      servicesSources = file.sources();
    }
    return new LoadedConfig(readDevice, readServices, deviceSources.and(servicesSources));
  }
}
