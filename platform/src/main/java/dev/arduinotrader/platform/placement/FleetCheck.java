package dev.arduinotrader.platform.placement;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.LoadedConfig;
import dev.arduinotrader.platform.config.ServiceInstance;
import dev.arduinotrader.platform.config.ServiceName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that the configuration files of a whole fleet fit together. */
public final class FleetCheck {
  private FleetCheck() {}

  /**
   * Reads device files and the services file (or the copies of it) and checks what one device
   * cannot see alone: every home has a device, no device is described twice, copies agree, each
   * device has the memory for its services and can be reached by those that call it.
   *
   * <p>Without any device file the built-in device {@code primary} is assumed, and without any
   * services file that everything lives on the one device given, as at a start.
   *
   * @param files the files, in any order; what each is shows in its keys
   * @param environment the variables that the files may refer to
   * @return where everything lives, or every fault of all files at once, with file and line
   */
  public static Result<FleetReport> check(List<Path> files, Map<String, String> environment) {
    FleetFiles read = FleetFiles.read(files, environment);
    Set<Fault> faults = new LinkedHashSet<>(read.faults());
    List<LoadedConfig> fleet = read.fleet();
    for (LoadedConfig member : fleet) {
      PlacementRules.check(member.device(), member.services(), null).stream()
          .map(member.sources()::locate)
          .forEach(faults::add);
    }
    faults.addAll(FleetRules.check(fleet, read.faults().isEmpty()));
    return faults.isEmpty()
        ? Result.success(report(fleet))
        : Result.failure(Problem.invalid(List.copyOf(faults)));
  }

  private static FleetReport report(List<LoadedConfig> fleet) {
    Map<ServiceName, List<ServiceInstance>> homes = new EnumMap<>(ServiceName.class);
    for (ServiceName name : ServiceName.values()) {
      homes.put(name, fleet.getFirst().services().service(name).instances());
    }
    Set<String> warnings = new LinkedHashSet<>();
    for (LoadedConfig member : fleet) {
      List<Fault> found = new ArrayList<>(PlacementWarnings.of(member.device(), member.services()));
      found.addAll(FleetRules.advertisedElsewhere(member, fleet.size()));
      found.stream().map(member.sources()::locate).map(Fault::toString).forEach(warnings::add);
    }
    return new FleetReport(homes, List.copyOf(warnings));
  }
}
