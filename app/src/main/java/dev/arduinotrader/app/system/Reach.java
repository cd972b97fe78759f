package dev.arduinotrader.app.system;

import dev.arduinotrader.platform.call.TraderService;
import dev.arduinotrader.platform.channel.ChannelSettings;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.config.ClientConfig;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.guard.GuardSettings;
import dev.arduinotrader.platform.guard.LocalGuard;
import dev.arduinotrader.platform.logging.CallLog;
import dev.arduinotrader.platform.metrics.CallMetrics;
import dev.arduinotrader.platform.metrics.CallObserver;
import dev.arduinotrader.platform.placement.Endpoint;
import dev.arduinotrader.platform.placement.Placement;
import dev.arduinotrader.platform.placement.Route;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** How this process reaches each service: the object behind its guard, or a client. */
final class Reach {
  private final Placement placement;
  private final Channels channels;
  private final CallObserver[] observers;
  private final Map<ServiceName, ConcurrencyLimit> limits = new EnumMap<>(ServiceName.class);

  Reach(Placement placement, Channels channels, CallMetrics metrics) {
    this.placement = placement;
    this.channels = channels;
    this.observers = new CallObserver[] {metrics, new CallLog()};
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
   * @param local gives the object in this process; asked only when the route is direct
   */
  <S extends TraderService> S service(
      ServiceName name, Class<S> type, Supplier<S> local, Function<RemoteCalls, S> client) {
    return switch (placement.route(name)) {
      case Route.Direct direct ->
          LocalGuard.wrap(
              type,
              local.get(),
              new GuardSettings(name.key(), limit(name), clientConfig(name).timeout()),
              observers);
      case Route.Remote remote -> client.apply(callsTo(name, remote.endpoints().getFirst()));
    };
  }

  private RemoteCalls callsTo(ServiceName name, Endpoint endpoint) {
    ClientConfig client = clientConfig(name);
    return channels.callsTo(
        new Target(
            name.key(),
            endpoint.host(),
            endpoint.port(),
            new ChannelSettings(
                client.timeout(),
                client.keepaliveInterval(),
                client.keepaliveTimeout(),
                ChannelSettings.MESSAGE_BYTES_MAX_DEFAULT)));
  }

  /** Who is told of the calls of this process. */
  CallObserver[] observers() {
    return observers.clone();
  }

  /** Where a service is, for people. */
  String describe(ServiceName name) {
    return switch (placement.route(name)) {
      case Route.Direct direct -> "in-process";
      case Route.Remote remote -> remote.endpoints().getFirst().authority();
    };
  }

  private ClientConfig clientConfig(ServiceName name) {
    return placement.services().service(name).client();
  }
}
