package dev.arduinotrader.app.system;

import dev.arduinotrader.platform.call.TraderService;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.logging.CallLog;
import dev.arduinotrader.platform.metrics.CallMetrics;
import dev.arduinotrader.platform.metrics.CallObserver;
import dev.arduinotrader.platform.placement.Endpoint;
import dev.arduinotrader.platform.placement.Placement;
import dev.arduinotrader.platform.placement.Route;
import dev.arduinotrader.platform.resilience.BreakerView;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How this process reaches each service: the object behind its guard, or a client. */
final class Reach {
  private final Channels channels;
  private final CallObserver[] observers;
  private final Map<ServiceName, ConcurrencyLimit> limits = new EnumMap<>(ServiceName.class);
  private final Map<ServiceName, Way<?>> ways = new EnumMap<>(ServiceName.class);
  private volatile Placement placement;

  Reach(Placement placement, Channels channels, CallMetrics metrics) {
    this.placement = placement;
    this.channels = channels;
    this.observers = new CallObserver[] {metrics, new CallLog(placement.device().id())};
    for (ServiceName name : ServiceName.values()) {
      limits.put(name, new ConcurrencyLimit(placement.maxWorkers(name)));
    }
  }

  /** The limit that local and remote callers of a hosted service share. */
  ConcurrencyLimit limit(ServiceName name) {
    return Objects.requireNonNull(limits.get(name), name.key());
  }

  /**
   * The service as callers see it.
   *
   * @param local the object in this process, null when it hosts the service not
   */
  <S extends TraderService> S service(
      ServiceName name, Class<S> type, @Nullable S local, Function<RemoteCalls, S> client) {
    Way<S> way = new Way<>(name, type, local, client, channels, limit(name), observers, placement);
    ways.put(name, way);
    return way.service();
  }

  /** Sends every later call to where this placement says. */
  synchronized void turn(Placement next) {
    ways.values().forEach(way -> way.turn(next));
    placement = next;
  }

  /** Where everything is now. */
  Placement placement() {
    return placement;
  }

  /** How the breaker before a service stands, when it is not closed. */
  Optional<BreakerView> brokenCircuit(ServiceName name) {
    return brokenCircuits().stream().filter(view -> view.service().equals(name.key())).findFirst();
  }

  /** The breakers of this process that are not closed. */
  List<BreakerView> brokenCircuits() {
    return channels.breakers().stream()
        .filter(view -> view.state() != BreakerView.Kind.CLOSED)
        .toList();
  }

  /** How all breakers of this process stand. */
  List<BreakerView> circuits() {
    return channels.breakers();
  }

  /** One question to the process behind an endpoint of a service, beside the service's own way. */
  <R> R aside(ServiceName name, Endpoint endpoint, Function<RemoteCalls, R> question) {
    return channels.aside(
        Way.target(name, List.of(endpoint), placement.services().service(name).client()), question);
  }

  /** Who is told of the calls of this process. */
  CallObserver[] observers() {
    return observers.clone();
  }

  /** Where a service is, for people. */
  String describe(ServiceName name) {
    return switch (placement.route(name)) {
      case Route.Direct direct -> "in-process";
      case Route.Remote remote ->
          remote.endpoints().stream().map(Endpoint::authority).collect(Collectors.joining(", "));
    };
  }
}
