package dev.arduinotrader.app.system;

import dev.arduinotrader.platform.call.TraderService;
import dev.arduinotrader.platform.channel.ChannelSettings;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.channel.Link;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.config.ClientConfig;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.guard.GuardSettings;
import dev.arduinotrader.platform.guard.LocalGuard;
import dev.arduinotrader.platform.guard.ServiceProxy;
import dev.arduinotrader.platform.metrics.CallObserver;
import dev.arduinotrader.platform.placement.Endpoint;
import dev.arduinotrader.platform.placement.Placement;
import dev.arduinotrader.platform.placement.Route;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The way of this process to one service; it can be turned while calls go on. */
final class Way<S extends TraderService> {
  private final ServiceName name;
  private final Class<S> type;
  private final @Nullable S local;
  private final Function<RemoteCalls, S> client;
  private final Channels channels;
  private final ConcurrencyLimit limit;
  private final CallObserver[] observers;
  private @Nullable Link link;
  private @Nullable S remote;
  private volatile S current;

  /**
   * @param local the object in this process, null when it hosts the service not
   * @param limit what local and remote callers share
   */
  Way(
      ServiceName name,
      Class<S> type,
      @Nullable S local,
      Function<RemoteCalls, S> client,
      Channels channels,
      ConcurrencyLimit limit,
      CallObserver[] observers,
      Placement placement) {
    this.name = name;
    this.type = type;
    this.local = local;
    this.client = client;
    this.channels = channels;
    this.limit = limit;
    this.observers = observers.clone();
    this.current = at(placement);
  }

  /** The service for callers, wherever it is at the moment of a call. */
  S service() {
    return ServiceProxy.of(
        type, "way to " + name.key(), (method, arguments) -> method.invoke(current, arguments));
  }

  /** Sends every later call to where this placement says; running calls end where they are. */
  synchronized void turn(Placement placement) {
    current = at(placement);
  }

  private S at(Placement placement) {
    ClientConfig config = placement.services().service(name).client();
    return switch (placement.route(name)) {
      case Route.Direct direct -> guarded(config);
      case Route.Remote remoteRoute -> remote(remoteRoute.endpoints(), config);
    };
  }

  private S guarded(ClientConfig config) {
    if (local == null) {
      throw new IllegalStateException(name.key() + " is not hosted here");
    }
    return LocalGuard.wrap(
        type, local, new GuardSettings(name.key(), limit, config.timeout()), observers);
  }

  /** Where a service is called, and how. */
  static Target target(ServiceName name, List<Endpoint> endpoints, ClientConfig config) {
    return new Target(
        name.key(),
        endpoints,
        new ChannelSettings(
            config.timeout(),
            config.keepaliveInterval(),
            config.keepaliveTimeout(),
            ChannelSettings.MESSAGE_BYTES_MAX_DEFAULT,
            config.rules()));
  }

  private S remote(List<Endpoint> endpoints, ClientConfig config) {
    Target target = target(name, endpoints, config);
    if (link == null || remote == null) {
      Link first = channels.linkTo(target);
      S made = client.apply(first.calls());
      link = first;
      remote = made;
      return made;
    }
    link.switchTo(target);
    return remote;
  }
}
