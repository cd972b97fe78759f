package dev.arduinotrader.testkit;

import dev.arduinotrader.platform.grpc.ContextInterceptor;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.time.TraderClock;
import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executors;

/** One service behind real gRPC on a free port of the loopback, for contract suites. */
public final class LoopbackServer implements AutoCloseable {
  private final Server server;
  private final ManagedChannel channel;

  public LoopbackServer(BindableService service, TraderClock clock, Ids ids) {
    try {
      server =
          NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
              .executor(Executors.newVirtualThreadPerTaskExecutor())
              .intercept(new ContextInterceptor(clock, ids))
              .addService(service)
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    channel =
        NettyChannelBuilder.forAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()))
            .usePlaintext()
            .build();
  }

  /** What a service's gRPC client is made with. */
  public RemoteCalls calls() {
    return new RemoteCalls(channel, Duration.ofSeconds(30));
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.shutdownNow();
  }
}
