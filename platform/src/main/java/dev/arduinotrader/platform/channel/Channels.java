package dev.arduinotrader.platform.channel;

import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.metrics.CallObserver;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The connections of this process: exactly one for each target, however many ask for it. */
public final class Channels implements AutoCloseable {
  private static final Duration RECONNECT_INTERVAL = Duration.ofSeconds(5);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
  private static final Executor THREAD_PER_TASK = task -> Thread.ofVirtual().start(task);

  private final Map<String, ManagedChannel> channels = new ConcurrentHashMap<>();
  private final ObservingClientInterceptor observing;
  private final Reconnector reconnector;

  /**
   * @param observers are told of every call that leaves this process
   */
  public Channels(CallObserver... observers) {
    this(RECONNECT_INTERVAL, observers);
  }

  Channels(Duration reconnectInterval, CallObserver... observers) {
    this.observing = new ObservingClientInterceptor(List.of(observers));
    this.reconnector = new Reconnector(channels::values, reconnectInterval);
  }

  /**
   * What a service's gRPC client is made with. Nothing is connected before the first call; plain
   * text.
   */
  public RemoteCalls callsTo(Target target) {
    ManagedChannel channel = channels.computeIfAbsent(target.address(), address -> connect(target));
    return new RemoteCalls(channel, target.settings().timeout());
  }

  /** How many connections are kept. */
  public int size() {
    return channels.size();
  }

  private ManagedChannel connect(Target target) {
    ChannelSettings settings = target.settings();
    return NettyChannelBuilder.forAddress(target.host(), target.port())
        .usePlaintext()
        // Devices speak to each other directly; a proxy of the environment is meant for the web.
        .proxyDetector(address -> null)
        .keepAliveTime(settings.keepaliveInterval().toNanos(), TimeUnit.NANOSECONDS)
        .keepAliveTimeout(settings.keepaliveTimeout().toNanos(), TimeUnit.NANOSECONDS)
        .keepAliveWithoutCalls(true)
        .maxInboundMessageSize(settings.messageBytesMax())
        .executor(THREAD_PER_TASK)
        .intercept(observing)
        .build();
  }

  /** Lets running calls finish for a few seconds, then cuts them. */
  @Override
  public void close() {
    reconnector.close();
    channels.values().forEach(ManagedChannel::shutdown);
    Deadline deadline = Deadline.after(CLOSE_TIMEOUT);
    try {
      for (ManagedChannel channel : channels.values()) {
        if (!channel.awaitTermination(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
          channel.shutdownNow();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      channels.values().forEach(ManagedChannel::shutdownNow);
    }
  }
}
