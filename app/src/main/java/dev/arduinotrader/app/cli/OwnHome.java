package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.fleet.DeviceHome;
import dev.arduinotrader.app.session.SessionOptions;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ConfigFile;
import dev.arduinotrader.platform.config.ConfigLoader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** This device where no list of devices describes it: what the command itself was told. */
final class OwnHome {
  /** How the launcher says where it is. */
  private static final String LAUNCHER = "TRADER_LAUNCHER";

  /** Files name a device by its id; an unreadable file names none. */
  private static final String UNNAMED = "this";

  private OwnHome() {}

  /** Refused when the configuration is the built-in one, which nothing changes. */
  static Result<DeviceHome> of(SessionOptions options) {
    Path device = path(options, options.deviceConfig(), ConfigLoader.DEVICE_VARIABLE);
    Path services = path(options, options.servicesConfig(), ConfigLoader.SERVICES_VARIABLE);
    Path known = device == null ? services : device;
    if (known == null) {
      return Result.failure(
          Problem.invalid(
              "--device-config",
              "expected configuration files, found none: everything lives on this device\n"
                  + "Maybe name them, or set "
                  + ConfigLoader.DEVICE_VARIABLE
                  + "."));
    }
    Path launcher =
        Path.of(options.environment().getOrDefault(LAUNCHER, "trader")).toAbsolutePath();
    Path deviceFile = device == null ? known.resolveSibling("device.yaml") : device;
    Path servicesFile = services == null ? known.resolveSibling("services.yaml") : services;
    return Result.success(
        new DeviceHome(
            id(deviceFile, options),
            null,
            launcher.resolveSibling("").toString(),
            launcher.toString(),
            deviceFile.toString(),
            servicesFile.toString(),
            options.dataDirectory().toAbsolutePath().toString()));
  }

  private static String id(Path device, SessionOptions options) {
    return ConfigLoader.read(device, options.environment())
            instanceof Result.Success<ConfigFile>(ConfigFile.DeviceFile file)
        ? file.device().id()
        : UNNAMED;
  }

  private static @Nullable Path path(
      SessionOptions options, @Nullable Path argument, String variable) {
    String named = options.environment().getOrDefault(variable, "");
    return argument != null
        ? argument.toAbsolutePath()
        : named.isEmpty() ? null : Path.of(named).toAbsolutePath();
  }
}
