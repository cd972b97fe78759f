package dev.arduinotrader.platform.placement;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ConfigFile;
import dev.arduinotrader.platform.config.ConfigFile.DeviceFile;
import dev.arduinotrader.platform.config.ConfigFile.ServicesFile;
import dev.arduinotrader.platform.config.ConfigLoader;
import dev.arduinotrader.platform.config.DeviceConfig;
import dev.arduinotrader.platform.config.LoadedConfig;
import dev.arduinotrader.platform.config.ServicesConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads the files of a fleet and finds the services file of each device. */
final class FleetFiles {
  private final List<Fault> faults = new ArrayList<>();
  private final List<DeviceFile> devices = new ArrayList<>();
  private final List<ServicesFile> services = new ArrayList<>();
  private final List<LoadedConfig> fleet = new ArrayList<>();

  private FleetFiles() {}

  static FleetFiles read(List<Path> files, Map<String, String> environment) {
    FleetFiles read = new FleetFiles();
    if (files.isEmpty()) {
      read.faults.add(new Fault("", "expected the configuration files of a fleet, found none"));
    }
    Set<Path> distinct = new LinkedHashSet<>(files.stream().map(Path::normalize).toList());
    distinct.forEach(file -> read.add(ConfigLoader.read(file, environment)));
    boolean complete = read.faults.isEmpty();
    if (read.devices.isEmpty() && complete) {
      read.addBuiltInDevice();
    }
    read.devices.forEach(device -> read.pair(device, complete));
    return read;
  }

  /** What is wrong with single files, and with finding out which belong together. */
  List<Fault> faults() {
    return faults;
  }

  /** Every valid device file with its valid services file. */
  List<LoadedConfig> fleet() {
    return fleet;
  }

  private void add(Result<ConfigFile> file) {
    switch (file) {
      case Result.Success<ConfigFile>(DeviceFile device) -> devices.add(device);
      case Result.Success<ConfigFile>(ServicesFile servicesFile) -> services.add(servicesFile);
      case Result.Failure<ConfigFile>(Problem problem) -> faults.addAll(problem.faults());
    }
  }

  private void addBuiltInDevice() {
    devices.add(
        new DeviceFile(
            services.getFirst().path().resolveSibling("device.yaml"),
            DeviceConfig.defaults(),
            ConfigLoader.builtInDevice()));
  }

  private void pair(DeviceFile device, boolean complete) {
    Optional<ServicesFile> found = servicesOf(device);
    if (found.isPresent()) {
      ServicesFile file = found.get();
      fleet.add(
          new LoadedConfig(device.device(), file.services(), device.sources().and(file.sources())));
    } else if (complete && services.isEmpty() && devices.size() == 1) {
      fleet.add(
          new LoadedConfig(
              device.device(),
              ServicesConfig.localOn(device.device().id()),
              device.sources().and(ConfigLoader.builtInServices())));
    } else if (complete) {
      faults.add(
          new Fault(
              device.path().toString(),
              services.isEmpty()
                  ? "expected a services file with several device files; Maybe name it as well."
                  : "several services files and none alone beside it; Maybe name only one."));
    }
  }

  /** The only one, or the only one in the device file's folder. */
  private Optional<ServicesFile> servicesOf(DeviceFile device) {
    if (services.size() == 1) {
      return Optional.of(services.getFirst());
    }
    List<ServicesFile> beside =
        services.stream()
            .filter(file -> Objects.equals(file.path().getParent(), device.path().getParent()))
            .toList();
    return beside.size() == 1 ? Optional.of(beside.getFirst()) : Optional.empty();
  }
}
