package dev.arduinotrader.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.channel.ChannelSettings;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.sample.Fixtures;
import dev.arduinotrader.platform.sample.GrpcSampleClient;
import dev.arduinotrader.platform.sample.GrpcSampleServer;
import dev.arduinotrader.platform.sample.SampleMethods;
import dev.arduinotrader.platform.sample.SampleService;
import dev.arduinotrader.platform.sample.ScriptedSample;
import dev.arduinotrader.platform.server.GrpcHost;
import dev.arduinotrader.platform.server.HostSettings;
import dev.arduinotrader.platform.server.HostedService;
import io.grpc.ManagedChannel;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Three ways of asking, one answer: the rpc, gRPC's own health, and what the page shows. */
class OneTruthTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final Fixtures.HandClock clock = new Fixtures.HandClock();
  private final HealthBoard board = new HealthBoard();
  private volatile boolean diskIsFull;

  private SampleService signed() {
    SelfCheck disk = new SelfCheck("disk", () -> new ServiceHealth.Check("disk", !diskIsFull, ""));
    return new ProcessSelf(
            "one", clock, new DeploymentEpochs(() -> 1), List::of, List.of(disk), board)
        .signing(SampleService.class, new ScriptedSample());
  }

  private GrpcHost host(SampleService service) {
    GrpcHost host =
        GrpcHost.start(
                List.of(
                    new HostedService(
                        "sample",
                        SampleMethods.SERVICE,
                        0,
                        new GrpcSampleServer(service),
                        new ConcurrencyLimit(1))),
                new HostSettings("127.0.0.1", 1024, false, Duration.ZERO),
                clock,
                Fixtures.countedIds())
            .orElseThrow();
    host.publish();
    board.follow(host::tell);
    return host;
  }

  private static ServingStatus grpcHealth(ManagedChannel channel, String service) {
    return HealthGrpc.newBlockingStub(channel)
        .check(HealthCheckRequest.newBuilder().setService(service).build())
        .getStatus();
  }

  @Test
  void changesInAllThreeTogetherWhoeverAsked() {
    SampleService service = signed();
    try (GrpcHost host = host(service);
        Channels channels = new Channels();
        Plain plain = new Plain(host.port("sample"));
        FleetHealth shown =
            FleetHealth.start(
                List.of(new WatchedService("sample", service, true, Duration.ofMillis(20), LONG)),
                clock,
                Fixtures.countedIds(),
                state -> {},
                state -> {})) {
      SampleService remote = client(channels, host);
      for (boolean full : List.of(false, true, false)) {
        diskIsFull = full;
        ServingStatus expected = full ? ServingStatus.NOT_SERVING : ServingStatus.SERVING;
        HealthState state = full ? HealthState.UNHEALTHY : HealthState.HEALTHY;

        Fixtures.await(
            "the page shows it",
            () -> Objects.requireNonNull(shown.states().get("sample")).state() == state);
        assertThat(grpcHealth(plain.channel, SampleMethods.SERVICE)).isEqualTo(expected);
        assertThat(grpcHealth(plain.channel, "")).isEqualTo(expected);
        assertThat(answer(remote).healthy()).isEqualTo(!full);
      }
    }
  }

  @Test
  void tellsGrpcsHealthWhatOneCallFound() {
    try (GrpcHost host = host(signed());
        Channels channels = new Channels();
        Plain plain = new Plain(host.port("sample"))) {
      diskIsFull = true;
      assertThat(grpcHealth(plain.channel, "")).isEqualTo(ServingStatus.SERVING);

      assertThat(answer(client(channels, host)).status()).contains("disk");
      assertThat(grpcHealth(plain.channel, "")).isEqualTo(ServingStatus.NOT_SERVING);
    }
  }

  private static ServiceHealth answer(SampleService service) {
    CallContext context = Fixtures.context();
    Result<ServiceHealth> health = service.healthCheck(context);
    return health.orElseThrow();
  }

  private static SampleService client(Channels channels, GrpcHost host) {
    return new GrpcSampleClient(
        channels.callsTo(
            new Target(
                "sample", "127.0.0.1", host.port("sample"), ChannelSettings.withTimeout(LONG))));
  }

  private static final class Plain implements AutoCloseable {
    private final ManagedChannel channel;

    Plain(int port) {
      channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    }

    @Override
    public void close() {
      channel.shutdownNow();
    }
  }
}
