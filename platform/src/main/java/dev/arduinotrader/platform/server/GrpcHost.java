package dev.arduinotrader.platform.server;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.grpc.ContextInterceptor;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.metrics.CallObserver;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.platform.tls.TlsIdentity;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gRPC ports of this process: one for each hosted service, all of them or none. Besides its
 * service every port answers grpc.health.v1, what the settings want answered everywhere, and, when
 * it is switched on, reflection.
 */
public final class GrpcHost implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GrpcHost.class);

  /** How often callers may ping; half of what the quickest of our clients does. */
  public static final Duration KEEPALIVE_PERMITTED = Duration.ofSeconds(5);

  private static final Duration KEEPALIVE_INTERVAL = Duration.ofSeconds(60);
  private static final Duration KEEPALIVE_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration FAREWELL_STEP = Duration.ofMillis(20);

  /** Then callers connect anew, so that a certificate that has ended is not used for ever. */
  private static final Duration SECURE_CONNECTION_AGE = Duration.ofHours(1);

  private static final Duration DRAIN_DEFAULT = Duration.ofSeconds(25);

  private static final Duration CUT_TIMEOUT = Duration.ofSeconds(1);
  private static final Executor THREAD_PER_TASK = task -> Thread.ofVirtual().start(task);

  private record Port(HostedService service, Server server, HealthStatusManager health) {}

  private final HostSettings settings;
  private final ContextInterceptor context;
  private final ObservingServerInterceptor observing;
  private final Gate gate = new Gate();
  private final PeerRoles roles = new PeerRoles();
  private final HealthWatches healthWatches = new HealthWatches();
  private final OpenConnections connections = new OpenConnections();
  private final Map<String, Port> ports = new LinkedHashMap<>();
  private final AtomicBoolean draining = new AtomicBoolean();
  private volatile boolean published;

  private GrpcHost(
      HostSettings settings, TraderClock clock, Ids ids, List<CallObserver> observers) {
    this.settings = settings;
    this.context = new ContextInterceptor(clock, ids);
    this.observing = new ObservingServerInterceptor(ids, settings.device(), observers);
  }

  /**
   * Opens all ports. Until {@link #publish} calls are answered with UNAVAILABLE and health with
   * NOT_SERVING.
   *
   * @return {@link HostReason} when one of the ports cannot be had; then none is open
   */
  public static Result<GrpcHost> start(
      List<HostedService> services,
      HostSettings settings,
      TraderClock clock,
      Ids ids,
      CallObserver... observers) {
    GrpcHost host = new GrpcHost(settings, clock, ids, List.of(observers));
    for (HostedService service : services) {
      HealthStatusManager health = new HealthStatusManager();
      Server server = host.build(service, health);
      try {
        server.start();
      } catch (IOException e) {
        host.abandon();
        return BindFailures.explain(service, settings.bindAddress(), e);
      }
      host.ports.put(service.service(), new Port(service, server, health));
    }
    return Result.success(host);
  }

  /** Opens a nameless port and closes it again, so that the next ones open fast. */
  public static void wake() {
    try {
      NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
          .executor(THREAD_PER_TASK)
          .build()
          .start()
          .shutdownNow();
    } catch (IOException e) {
      LOG.debug("no port for a rehearsal; the real ones will say why", e);
    }
  }

  private Server build(HostedService service, HealthStatusManager health) {
    setHealth(service, health, ServingStatus.NOT_SERVING);
    NettyServerBuilder builder =
        builder(service)
            .executor(THREAD_PER_TASK)
            .maxInboundMessageSize(settings.messageBytesMax())
            .permitKeepAliveTime(KEEPALIVE_PERMITTED.toSeconds(), TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .keepAliveTime(KEEPALIVE_INTERVAL.toSeconds(), TimeUnit.SECONDS)
            .keepAliveTimeout(KEEPALIVE_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
            .addTransportFilter(connections)
            .addTransportFilter(roles)
            .intercept(roles)
            .intercept(observing);
    ServerServiceDefinition guarded =
        ServerInterceptors.interceptForward(
            service.bindable(), gate, context, new LimitInterceptor(service.limit()));
    builder.addService(guarded);
    builder.addService(ServerInterceptors.intercept(health.getHealthService(), healthWatches));
    if (settings.everywhere() != null) {
      builder.addService(ServerInterceptors.intercept(settings.everywhere(), context));
    }
    if (settings.reflection()) {
      builder.addService(ProtoReflectionServiceV1.newInstance());
      builder.addService(reflectionForOlderTools());
    }
    return builder.build();
  }

  // Deprecated by its successor, but the only version that many installed tools ask for.
  @SuppressWarnings("deprecation")
  private static BindableService reflectionForOlderTools() {
    return io.grpc.protobuf.services.ProtoReflectionService.newInstance();
  }

  private NettyServerBuilder builder(HostedService service) {
    InetSocketAddress address = new InetSocketAddress(settings.bindAddress(), service.port());
    TlsIdentity identity = settings.identity();
    return identity == null
        ? NettyServerBuilder.forAddress(address)
        : NettyServerBuilder.forAddress(address, identity.forServer())
            .maxConnectionAge(SECURE_CONNECTION_AGE.toSeconds(), TimeUnit.SECONDS);
  }

  private static void setHealth(
      HostedService service, HealthStatusManager health, ServingStatus status) {
    health.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, status);
    health.setStatus(service.fullName(), status);
  }

  /** Lets calls in and says so: the process is complete. */
  public void publish() {
    gate.open();
    published = true;
    ports.values().forEach(p -> setHealth(p.service(), p.health(), ServingStatus.SERVING));
  }

  /** Says in grpc.health.v1 whether a hosted service is well; before {@link #publish} nothing. */
  public void tell(String service, boolean healthy) {
    Port port = ports.get(service);
    if (port != null && published) {
      setHealth(
          port.service(),
          port.health(),
          healthy ? ServingStatus.SERVING : ServingStatus.NOT_SERVING);
    }
  }

  /**
   * The port on which a service is reached.
   *
   * @throws IllegalArgumentException when the service is not hosted here
   */
  public int port(String service) {
    Port port = ports.get(service);
    if (port == null) {
      throw new IllegalArgumentException(
          "expected one of the hosted services " + ports.keySet() + ", found " + service);
    }
    return port.server().getPort();
  }

  /** Every hosted service with its port. */
  public Map<String, Integer> portsByService() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    ports.forEach((service, port) -> numbers.put(service, port.server().getPort()));
    return numbers;
  }

  /**
   * Stops: says NOT_SERVING, gives callers a moment to notice, takes no more calls, lets running
   * ones finish, and cuts what is left when the time is up.
   *
   * @return whether everything finished by itself
   */
  public boolean drain(Duration timeout) {
    Deadline deadline = Deadline.after(timeout);
    if (draining.compareAndSet(false, true)) {
      ports.values().forEach(port -> port.health().enterTerminalState());
      farewell(deadline);
      ports.values().forEach(port -> port.server().shutdown());
      gate.endWatches();
      healthWatches.end();
    }
    return awaitAll(deadline) || abandon();
  }

  /** Waits until everyone has gone, for the time of the farewell at most. */
  private void farewell(Deadline deadline) {
    Deadline end = deadline.earlierOf(Deadline.after(settings.farewell()));
    while (!connections.none() && !end.isExpired() && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(FAREWELL_STEP.toNanos());
    }
  }

  private boolean awaitAll(Deadline deadline) {
    try {
      boolean finished = true;
      for (Port port : ports.values()) {
        finished &=
            port.server().awaitTermination(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      }
      return finished;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Cuts whatever still runs and waits until the ports are free; false, to say that it did. */
  private boolean abandon() {
    ports.values().forEach(port -> port.server().shutdownNow());
    awaitAll(Deadline.after(CUT_TIMEOUT));
    return false;
  }

  /** As {@link #drain} with 25 seconds. */
  @Override
  public void close() {
    drain(DRAIN_DEFAULT);
  }
}
