package dev.arduinotrader.platform.placement;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.DeviceConfig;
import dev.arduinotrader.platform.config.LoadedConfig;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.config.ServicesConfig;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What this process hosts and how it reaches every service.
 *
 * @param device who this device is
 * @param services where every service lives
 * @param serveOnly the only service to host, or null for all of this device
 * @param hosted the services that this process hosts, in the order of their ports
 * @param routes the way to each of the seven services
 * @param warnings what deserves a loud line in the log, with file and line where known
 */
public record Placement(
    DeviceConfig device,
    ServicesConfig services,
    @Nullable ServiceName serveOnly,
    Set<ServiceName> hosted,
    Map<ServiceName, Route> routes,
    List<String> warnings) {

  public Placement {
    Set<ServiceName> ordered = EnumSet.noneOf(ServiceName.class);
    ordered.addAll(hosted);
    hosted = Collections.unmodifiableSet(ordered);
    routes = Collections.unmodifiableMap(new EnumMap<>(routes));
    warnings = List.copyOf(warnings);
  }

  /**
   * The placement that a configuration asks for.
   *
   * @param serveOnly the service of {@code serve S}, or null for {@code run}
   * @return the placement, or every reason to refuse the start, with key paths as places
   */
  public static Result<Placement> of(
      DeviceConfig device, ServicesConfig services, @Nullable ServiceName serveOnly) {
    return of(device, services, serveOnly, UnaryOperator.identity());
  }

  /** The same for a configuration that was loaded: faults and warnings name file and line. */
  public static Result<Placement> of(LoadedConfig loaded, @Nullable ServiceName serveOnly) {
    return of(loaded.device(), loaded.services(), serveOnly, loaded.sources()::locate);
  }

  private static Result<Placement> of(
      DeviceConfig device,
      ServicesConfig services,
      @Nullable ServiceName serveOnly,
      UnaryOperator<Fault> locate) {
    List<Fault> faults = PlacementRules.check(device, services, serveOnly);
    if (!faults.isEmpty()) {
      return Result.failure(Problem.invalid(faults.stream().map(locate).toList()));
    }
    Set<ServiceName> hosted = hosted(device, services, serveOnly);
    List<String> warnings =
        PlacementWarnings.of(device, services).stream().map(locate).map(Fault::toString).toList();
    return Result.success(
        new Placement(
            device, services, serveOnly, hosted, Routes.of(device, services, hosted), warnings));
  }

  private static Set<ServiceName> hosted(
      DeviceConfig device, ServicesConfig services, @Nullable ServiceName serveOnly) {
    Set<ServiceName> hosted = EnumSet.noneOf(ServiceName.class);
    for (ServiceName name : ServiceName.values()) {
      if (services.service(name).livesOn(device.id())
          && device.mayHost(name)
          && (serveOnly == null || serveOnly == name)) {
        hosted.add(name);
      }
    }
    return hosted;
  }

  /** Whether this process hosts the service. */
  public boolean hosts(ServiceName name) {
    return hosted.contains(name);
  }

  /** The way from this process to the service. */
  public Route route(ServiceName name) {
    return Objects.requireNonNull(routes.get(name), name.key());
  }

  /** The gRPC port at which this device serves a service that lives on it, 1 to 65535. */
  public int port(ServiceName name) {
    return services
        .service(name)
        .instanceOn(device.id())
        .orElseThrow(
            () -> new IllegalArgumentException(name.key() + " does not live on " + device.id()))
        .port();
  }

  /** How many calls the service may work on at once: its own limit, or else the device's. */
  public int maxWorkers(ServiceName name) {
    Integer own = services.resourcesOf(name).maxWorkers();
    return own == null ? device.resources().maxWorkers() : own;
  }
}
