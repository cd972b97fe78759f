package dev.arduinotrader.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.ProgressSink;
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
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrpcHostTest {
  private static final HostSettings SETTINGS =
      new HostSettings("127.0.0.1", 1024 * 1024, true, Duration.ZERO);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ScriptedSample sample = new ScriptedSample();
  private final Channels channels = new Channels();
  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    sample.release.countDown();
    channels.close();
    for (AutoCloseable open : opened) {
      open.close();
    }
  }

  private HostedService hosted(String service, int port) {
    return new HostedService(
        service,
        SampleMethods.SERVICE,
        port,
        new GrpcSampleServer(sample),
        new ConcurrencyLimit(10));
  }

  private static Result<GrpcHost> start(HostedService... services) {
    return GrpcHost.start(
        List.of(services), SETTINGS, new Fixtures.HandClock(), Fixtures.countedIds());
  }

  private GrpcHost started() {
    GrpcHost host = start(hosted("sample", 0)).orElseThrow();
    opened.add(() -> host.drain(Duration.ZERO));
    return host;
  }

  private SampleService client(GrpcHost host) {
    return new GrpcSampleClient(
        channels.callsTo(
            new Target(
                "sample",
                "127.0.0.1",
                host.port("sample"),
                ChannelSettings.withTimeout(Duration.ofSeconds(20)))));
  }

  private ManagedChannel plainChannel(GrpcHost host) {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", host.port("sample")).usePlaintext().build();
    opened.addFirst(channel::shutdownNow);
    return channel;
  }

  private static ServingStatus health(ManagedChannel channel, String service) {
    return HealthGrpc.newBlockingStub(channel)
        .check(HealthCheckRequest.newBuilder().setService(service).build())
        .getStatus();
  }

  @Test
  void letsNobodyInBeforeItIsPublished() {
    GrpcHost host = started();
    ManagedChannel plain = plainChannel(host);

    Problem early = client(host).ask(Fixtures.context(), "why").problemOrThrow();
    assertThat(early.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(early.message()).contains("still starting");
    assertThat(health(plain, "")).isEqualTo(ServingStatus.NOT_SERVING);
    assertThat(health(plain, SampleMethods.SERVICE)).isEqualTo(ServingStatus.NOT_SERVING);

    host.publish();

    assertThat(client(host).ask(Fixtures.context(), "why").isSuccess()).isTrue();
    assertThat(health(plain, "")).isEqualTo(ServingStatus.SERVING);
    assertThat(health(plain, SampleMethods.SERVICE)).isEqualTo(ServingStatus.SERVING);
  }

  @Test
  void opensAllPortsOrNone() throws IOException {
    int free = freePort();
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Problem problem =
          start(hosted("planning", free), hosted("scoring", other.getLocalPort())).problemOrThrow();

      assertThat(problem.code()).isEqualTo("PORT_TAKEN");
      assertThat(problem.message())
          .startsWith("scoring cannot listen on 127.0.0.1:" + other.getLocalPort())
          .contains("ss -tanp 'sport = :" + other.getLocalPort() + "'")
          .contains("ip_local_reserved_ports");
    }
    assertThat(isReachable(free)).isFalse();
    opened.add(start(hosted("planning", free)).orElseThrow());
  }

  @Test
  void saysSoWhenTheAddressIsNotOnThisDevice() {
    HostSettings elsewhere = new HostSettings("192.0.2.1", 1024, true, Duration.ZERO);

    Problem problem =
        GrpcHost.start(
                List.of(hosted("sample", 0)),
                elsewhere,
                new Fixtures.HandClock(),
                Fixtures.countedIds())
            .problemOrThrow();

    assertThat(problem.code()).isEqualTo("ADDRESS_UNUSABLE");
    assertThat(problem.message()).contains("192.0.2.1").contains("bind_address");
  }

  @Test
  void letsARunningCallFinishWhileItDrains() throws Exception {
    GrpcHost host = started();
    host.publish();
    SampleService client = client(host);
    CompletableFuture<Result<String>> running =
        Fixtures.inBackground(() -> client.ask(Fixtures.context(), "wait"));
    sample.entered.await();

    CompletableFuture<Boolean> drained = Fixtures.inBackground(() -> host.drain(PATIENCE));
    Fixtures.await("the port is closed", () -> !isReachable(host.port("sample")));
    assertThat(running).isNotDone();
    sample.release.countDown();

    assertThat(running.get(10, TimeUnit.SECONDS)).isEqualTo(Result.success("released"));
    assertThat(drained.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void letsARunningStreamFinishWhileItDrains() throws Exception {
    GrpcHost host = started();
    host.publish();
    SampleService client = client(host);
    CountDownLatch received = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<Integer> numbers = new ArrayList<>();
    CompletableFuture<Result<Integer>> running =
        Fixtures.inBackground(
            () ->
                client.count(
                    Fixtures.context(),
                    20_000,
                    number -> {
                      numbers.add(number);
                      received.countDown();
                      awaitQuietly(goOn);
                    }));
    received.await();

    CompletableFuture<Boolean> drained = Fixtures.inBackground(() -> host.drain(PATIENCE));
    Fixtures.await("the port is closed", () -> !isReachable(host.port("sample")));
    assertThat(running).isNotDone();
    goOn.countDown();

    assertThat(running.get(10, TimeUnit.SECONDS)).isEqualTo(Result.success(20_000));
    assertThat(numbers).hasSize(20_000).isSorted();
    assertThat(drained.get(10, TimeUnit.SECONDS)).isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void cutsWhatDoesNotFinishInTime() throws Exception {
    GrpcHost host = started();
    host.publish();
    SampleService client = client(host);
    CompletableFuture<Result<String>> running =
        Fixtures.inBackground(() -> client.ask(Fixtures.context(), "wait"));
    sample.entered.await();

    assertThat(host.drain(Duration.ofMillis(50))).isFalse();
    assertThat(running.get(10, TimeUnit.SECONDS).problemOrThrow().kind())
        .isEqualTo(FailureKind.UNAVAILABLE);
  }

  @Test
  void endsEventWatchesAtOnceWhenItDrains() throws Exception {
    GrpcHost host = started();
    host.publish();
    SampleService client = client(host);
    CompletableFuture<Result<Done>> watch =
        Fixtures.inBackground(
            () -> client.watchEvents(Fixtures.context(), 0, ProgressSink.ignoring()));
    sample.entered.await();

    assertThat(host.drain(PATIENCE)).isTrue();
    assertThat(watch.get(10, TimeUnit.SECONDS).problemOrThrow().kind())
        .isEqualTo(FailureKind.UNAVAILABLE);
  }

  @Test
  void tellsHealthWatchersBeforeItLeavesThem() throws Exception {
    GrpcHost host = started();
    host.publish();
    Iterator<HealthCheckResponse> watch =
        HealthGrpc.newBlockingStub(plainChannel(host))
            .withDeadlineAfter(20, TimeUnit.SECONDS)
            .watch(HealthCheckRequest.newBuilder().setService(SampleMethods.SERVICE).build());
    assertThat(watch.next().getStatus()).isEqualTo(ServingStatus.SERVING);

    CompletableFuture<Boolean> drained = Fixtures.inBackground(() -> host.drain(PATIENCE));

    assertThat(watch.next().getStatus()).isEqualTo(ServingStatus.NOT_SERVING);
    assertThat(drained.get(10, TimeUnit.SECONDS)).isTrue();
    org.assertj.core.api.Assertions.assertThatThrownBy(watch::hasNext)
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("UNAVAILABLE");
  }

  @Test
  void answersReflection() throws Exception {
    GrpcHost host = started();
    CompletableFuture<List<String>> names = new CompletableFuture<>();
    StreamObserver<ServerReflectionRequest> requests =
        ServerReflectionGrpc.newStub(plainChannel(host))
            .serverReflectionInfo(
                new StreamObserver<>() {
                  @Override
                  public void onNext(ServerReflectionResponse response) {
                    names.complete(
                        response.getListServicesResponse().getServiceList().stream()
                            .map(ServiceResponse::getName)
                            .toList());
                  }

                  @Override
                  public void onError(Throwable failure) {
                    names.completeExceptionally(failure);
                  }

                  @Override
                  public void onCompleted() {}
                });
    requests.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());

    assertThat(names.get(10, TimeUnit.SECONDS))
        .contains("grpc.health.v1.Health", "grpc.reflection.v1alpha.ServerReflection");
    requests.onCompleted();
  }

  @Test
  void permitsTheQuickestKeepaliveOfItsClients() {
    assertThat(GrpcHost.KEEPALIVE_PERMITTED.multipliedBy(2))
        .isLessThanOrEqualTo(ChannelSettings.KEEPALIVE_MIN);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean isReachable(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
