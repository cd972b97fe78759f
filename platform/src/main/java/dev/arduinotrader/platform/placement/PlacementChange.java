package dev.arduinotrader.platform.placement;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.platform.config.NetworkConfig;
import dev.arduinotrader.platform.config.ServiceConfig;
import dev.arduinotrader.platform.config.ServiceName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a running process makes of a new configuration: it turns its calls to the new homes at once,
 * but can neither begin nor cease to host a service.
 *
 * @param next the placement from now on; hosts what the process hosts
 * @param restarts what holds only after a restart, each with the key path as place
 */
public record PlacementChange(Placement next, List<Fault> restarts) {
  public PlacementChange {
    restarts = List.copyOf(restarts);
  }

  /**
   * Compares a process as it was started with what is wanted of it now.
   *
   * @param started the placement with which the process was started, whatever came later
   * @param wanted the valid placement of the new configuration
   */
  public static PlacementChange between(Placement started, Placement wanted) {
    List<Fault> restarts = new ArrayList<>();
    deviceRestarts(started, wanted, restarts);
    Map<ServiceName, Route> routes = new EnumMap<>(ServiceName.class);
    for (ServiceName name : ServiceName.values()) {
      routes.put(name, route(name, started, wanted, restarts));
      if (!started
          .services()
          .service(name)
          .healthCheck()
          .equals(wanted.services().service(name).healthCheck())) {
        restart(restarts, "services." + name.key() + ".health_check", "it is watched as before");
      }
    }
    return new PlacementChange(
        new Placement(
            started.device(),
            wanted.services(),
            started.serveOnly(),
            started.hosted(),
            routes,
            wanted.warnings()),
        restarts);
  }

  private static void deviceRestarts(Placement started, Placement wanted, List<Fault> restarts) {
    if (!started.device().id().equals(wanted.device().id())) {
      restart(restarts, "device.id", "this process goes on as device " + started.device().id());
    }
    NetworkConfig before = started.device().network();
    NetworkConfig after = wanted.device().network();
    if (!before.bindAddress().equals(after.bindAddress())
        || before.insecurePlaintext() != after.insecurePlaintext()) {
      restart(restarts, "device.network", "the ports stay open on " + before.bindAddress());
    }
    if (!Objects.equals(started.device().tls(), wanted.device().tls())) {
      restart(restarts, "device.tls", "certificates are read where they were");
    }
    if (!Objects.equals(started.device().alerts(), wanted.device().alerts())) {
      restart(restarts, "device.alerts", "alerts go where they went");
    }
  }

  private static Route route(
      ServiceName name, Placement started, Placement wanted, List<Fault> restarts) {
    boolean hostedSince = started.hosts(name);
    if (hostedSince && wanted.hosts(name)) {
      return hostedStill(name, started, wanted, restarts);
    }
    if (hostedSince) {
      return hostedNoMore(name, started, wanted, restarts);
    }
    return wanted.hosts(name)
        ? hostedByAnotherProcess(name, started, wanted, restarts)
        : wanted.route(name);
  }

  private static Route hostedStill(
      ServiceName name, Placement started, Placement wanted, List<Fault> restarts) {
    ServiceConfig before = started.services().service(name);
    ServiceConfig after = wanted.services().service(name);
    if (started.port(name) != wanted.port(name)) {
      restart(restarts, "services." + name.key() + ".port", "it stays at " + started.port(name));
      return started.route(name);
    }
    if (!Objects.equals(before.httpPort(), after.httpPort())) {
      restart(
          restarts, "services." + name.key() + ".http_port", "it stays at " + before.httpPort());
    }
    if (started.maxWorkers(name) != wanted.maxWorkers(name)) {
      restart(
          restarts,
          "resources." + name.key() + ".max_workers",
          "the limit stays at " + started.maxWorkers(name));
    }
    return wanted.route(name);
  }

  /** A compute service may be left at once; state must not be written in two places. */
  private static Route hostedNoMore(
      ServiceName name, Placement started, Placement wanted, List<Fault> restarts) {
    String home = wanted.services().service(name).instances().getFirst().toString();
    restart(
        restarts,
        "services." + name.key() + ".device_id",
        name.isState()
            ? "this process still hosts " + name.key() + " and uses it, not " + home
            : "calls of this process go to " + home + "; its own " + name.key() + " still answers");
    return name.isState() ? started.route(name) : wanted.route(name);
  }

  /** A process that serves one service never hosts another, so that there is nothing to say. */
  private static Route hostedByAnotherProcess(
      ServiceName name, Placement started, Placement wanted, List<Fault> restarts) {
    Endpoint own = new Endpoint(Routes.ownHost(wanted.device()), wanted.port(name));
    if (started.serveOnly() == null) {
      restart(
          restarts,
          "services." + name.key() + ".device_id",
          name.key()
              + " lives on this device now, but this process does not host it: its calls go to "
              + own
              + ", where 'trader serve "
              + name.key()
              + "' must answer");
    }
    return new Route.Remote(List.of(own));
  }

  private static void restart(List<Fault> restarts, String path, String meanwhile) {
    restarts.add(new Fault(path, "takes effect at the next start; until then " + meanwhile));
  }
}
