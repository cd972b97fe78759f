package dev.arduinotrader.platform.channel;

import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.metrics.CallObserver;
import dev.arduinotrader.platform.placement.Endpoint;
import dev.arduinotrader.platform.resilience.BreakerView;
import dev.arduinotrader.platform.tls.TlsIdentity;
import io.grpc.ChannelCredentials;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The connections of this process: exactly one for each target, however many ask for it. */
public final class Channels implements AutoCloseable {
  private static final Duration RECONNECT_INTERVAL = Duration.ofMillis(500);
  private static final int CONNECT_MILLIS_MAX = 1_000;
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
  private static final Executor THREAD_PER_TASK = task -> Thread.ofVirtual().start(task);

  /** What makes two targets share a connection; the timeout is each caller's own. */
  private record Key(
      String address, Duration keepaliveInterval, Duration keepaliveTimeout, int messageBytesMax) {
    static Key of(Target target) {
      ChannelSettings settings = target.settings();
      return new Key(
          target.address(),
          settings.keepaliveInterval(),
          settings.keepaliveTimeout(),
          settings.messageBytesMax());
    }
  }

  private record Shared(Connection connection, int users) {}

  private final Map<Key, Shared> connections = new HashMap<>();
  private final List<Link> links = new CopyOnWriteArrayList<>();
  private final ObservingClientInterceptor observing;
  private final Reconnector reconnector;
  private final @Nullable TlsIdentity identity;

  /**
   * @param observers are told of every call that leaves this process
   */
  public Channels(CallObserver... observers) {
    this(RECONNECT_INTERVAL, null, null, observers);
  }

  /**
   * The same with a certificate.
   *
   * @param identity what targets are shown, and whom of them to trust; null for plain text
   */
  public Channels(@Nullable TlsIdentity identity, CallObserver... observers) {
    this(RECONNECT_INTERVAL, identity, null, observers);
  }

  /**
   * The same for a process that says where it runs.
   *
   * @param device told with every call, for the log of the other side
   */
  public Channels(@Nullable TlsIdentity identity, String device, CallObserver... observers) {
    this(RECONNECT_INTERVAL, identity, device, observers);
  }

  Channels(Duration reconnectInterval, CallObserver... observers) {
    this(reconnectInterval, null, null, observers);
  }

  private Channels(
      Duration reconnectInterval,
      @Nullable TlsIdentity identity,
      @Nullable String device,
      CallObserver... observers) {
    this.identity = identity;
    this.observing = new ObservingClientInterceptor(device, List.of(observers));
    this.reconnector = new Reconnector(this::used, this::reconnected, reconnectInterval);
  }

  /** What a service's gRPC client is made with. Nothing is connected before the first call. */
  public RemoteCalls callsTo(Target target) {
    return linkTo(target).calls();
  }

  /** The same, able to be turned to another target later. */
  public Link linkTo(Target target) {
    Link link = new Link(this, target);
    links.add(link);
    return link;
  }

  /**
   * One question beside the ways of services: over the connection that is there, or over one that
   * goes with the answer; behind no breaker and never repeated.
   */
  public <R> R aside(Target target, Function<RemoteCalls, R> question) {
    Connection connection = take(target);
    try {
      return question.apply(new RemoteCalls(connection.channel(), target.settings().timeout()));
    } finally {
      giveBack(target, connection);
    }
  }

  /** How the breakers before all targets stand, in the order in which the ways were made. */
  public List<BreakerView> breakers() {
    return links.stream().map(Link::breaker).toList();
  }

  private void reconnected(ManagedChannel channel) {
    links.stream().filter(link -> link.uses(channel)).forEach(Link::reconnected);
  }

  private void renewed(ManagedChannel channel) {
    links.stream().filter(link -> link.uses(channel)).forEach(Link::renewed);
  }

  /** How many connections are kept. */
  public synchronized int size() {
    return connections.size();
  }

  private synchronized List<ManagedChannel> open() {
    return connections.values().stream().map(shared -> shared.connection().channel()).toList();
  }

  private synchronized List<ManagedChannel> used() {
    return connections.values().stream()
        .map(Shared::connection)
        .filter(Connection::isUsed)
        .map(Connection::channel)
        .toList();
  }

  /** The connection to the target, made if there is none. */
  synchronized Connection take(Target target) {
    Shared shared =
        connections.compute(
            Key.of(target),
            (key, known) ->
                known == null
                    ? new Shared(new Connection(connect(target), this::renewed), 1)
                    : new Shared(known.connection(), known.users() + 1));
    return shared.connection();
  }

  /** One user less; the connection is given up with its last one. */
  synchronized void giveBack(Target target, Connection connection) {
    Shared left =
        connections.computeIfPresent(
            Key.of(target),
            (key, known) ->
                known.users() == 1 ? null : new Shared(known.connection(), known.users() - 1));
    if (left == null) {
      connection.retire(target.settings().timeout());
    }
  }

  private ManagedChannel connect(Target target) {
    ChannelSettings settings = target.settings();
    return builder(target)
        // Devices speak to each other directly; a proxy of the environment is meant for the web.
        .proxyDetector(address -> null)
        .keepAliveTime(settings.keepaliveInterval().toNanos(), TimeUnit.NANOSECONDS)
        .keepAliveTimeout(settings.keepaliveTimeout().toNanos(), TimeUnit.NANOSECONDS)
        .keepAliveWithoutCalls(true)
        .maxInboundMessageSize(settings.messageBytesMax())
        // A first packet that was lost is sent again after 1, 3, 7 s...; a new attempt is quicker.
        .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS_MAX)
        .executor(THREAD_PER_TASK)
        .intercept(observing)
        .build();
  }

  /** Several endpoints are used in turn, each only while it says by itself that it is healthy. */
  private NettyChannelBuilder builder(Target target) {
    ChannelCredentials credentials =
        identity == null ? InsecureChannelCredentials.create() : identity.forChannel();
    if (target.endpoints().size() == 1) {
      Endpoint only = target.endpoints().getFirst();
      return NettyChannelBuilder.forAddress(only.host(), only.port(), credentials);
    }
    return NettyChannelBuilder.forTarget(EndpointResolvers.nameOf(target.endpoints()), credentials)
        .defaultServiceConfig(
            Map.of(
                "loadBalancingConfig",
                List.of(Map.of("round_robin", Map.of())),
                "healthCheckConfig",
                Map.of("serviceName", target.grpcService())));
  }

  /** Lets running calls finish for a few seconds, then cuts them. */
  @Override
  public void close() {
    reconnector.close();
    List<ManagedChannel> channels = open();
    channels.forEach(ManagedChannel::shutdown);
    Deadline deadline = Deadline.after(CLOSE_TIMEOUT);
    try {
      for (ManagedChannel channel : channels) {
        if (!channel.awaitTermination(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
          channel.shutdownNow();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      channels.forEach(ManagedChannel::shutdownNow);
    }
  }

  /** Cuts running calls at once; a connection whose other side is frozen is not waited for. */
  public void cut() {
    reconnector.close();
    open().forEach(ManagedChannel::shutdownNow);
  }
}
