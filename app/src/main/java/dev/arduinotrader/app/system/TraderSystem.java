package dev.arduinotrader.app.system;

import dev.arduinotrader.app.session.Services;
import dev.arduinotrader.gateway.GatewayService;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.lifecycle.Lifecycle;
import dev.arduinotrader.platform.lifecycle.Running;
import dev.arduinotrader.platform.time.TraderClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A process of Arduino Trader: the services that it hosts and its ways to the others. */
public final class TraderSystem {
  private final SystemSettings settings;
  private final TraderClock clock;
  private final Ids ids;
  private final ServiceSet services;
  private final Map<String, Integer> ports;

  TraderSystem(
      SystemSettings settings,
      TraderClock clock,
      Ids ids,
      ServiceSet services,
      Map<String, Integer> ports) {
    this.settings = settings;
    this.clock = clock;
    this.ids = ids;
    this.services = services;
    this.ports = Map.copyOf(ports);
  }

  /**
   * Starts everything in order, or nothing: data directory, locks, clock, stores and services,
   * ports, page, and last the threads that work by themselves.
   */
  public static Result<Running<TraderSystem>> start(SystemSettings settings) {
    return Lifecycle.start(lifecycle -> new SystemStart(settings, lifecycle).run());
  }

  public Services services() {
    return new Services(
        services.universe(), services.portfolio(), services.trading(), services.gateway());
  }

  /** The gateway, when this process hosts it. */
  public Optional<GatewayService> hostedGateway() {
    return settings.placement().hosts(ServiceName.GATEWAY)
        ? Optional.of(services.gateway())
        : Optional.empty();
  }

  /** The gRPC port of each hosted service; empty when this process serves none. */
  public Map<String, Integer> portsByService() {
    return new java.util.TreeMap<>(ports);
  }

  /** Where the ports are reached on this device. */
  public String host() {
    return Loopback.host(settings.placement());
  }

  public int httpPort() {
    return settings.placement().services().httpPort();
  }

  /** What to open in a browser. */
  public String pageAddress() {
    String scheme = settings.placement().device().tls() == null ? "http" : "https";
    return "%s://%s:%d/".formatted(scheme, host(), httpPort());
  }

  /** A fresh call of this process for its account. */
  public CallContext context(Duration timeout) {
    return new CallContext(
        settings.account(), "cli", ids.nextRequestId(), Deadline.after(timeout), clock.now());
  }

  public CommandId nextCommandId() {
    return ids.nextCommandId();
  }
}
