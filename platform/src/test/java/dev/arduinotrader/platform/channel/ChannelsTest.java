package dev.arduinotrader.platform.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.grpc.Patience;
import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.resilience.BreakerView;
import dev.arduinotrader.platform.resilience.BreakerView.Kind;
import dev.arduinotrader.platform.resilience.CallReason;
import dev.arduinotrader.platform.resilience.CallRules;
import dev.arduinotrader.platform.resilience.model.BreakerRules;
import dev.arduinotrader.platform.resilience.model.RetryRules;
import dev.arduinotrader.platform.sample.Fixtures;
import dev.arduinotrader.platform.sample.GrpcSampleClient;
import dev.arduinotrader.platform.sample.GrpcSampleServer;
import dev.arduinotrader.platform.sample.SampleMethods;
import dev.arduinotrader.platform.sample.SampleService;
import dev.arduinotrader.platform.sample.ScriptedSample;
import dev.arduinotrader.platform.server.GrpcHost;
import dev.arduinotrader.platform.server.HostSettings;
import dev.arduinotrader.platform.server.HostedService;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ChannelsTest {
  private static final ChannelSettings SETTINGS =
      ChannelSettings.withTimeout(Duration.ofSeconds(20));

  private static Target target(int port) {
    return new Target("sample", "127.0.0.1", port, SETTINGS);
  }

  private static GrpcHost host(int port) {
    return host(port, new ScriptedSample());
  }

  private static GrpcHost host(int port, ScriptedSample sample) {
    GrpcHost host =
        GrpcHost.start(
                List.of(
                    new HostedService(
                        "sample",
                        SampleMethods.SERVICE,
                        port,
                        new GrpcSampleServer(sample),
                        new ConcurrencyLimit(1))),
                new HostSettings("127.0.0.1", 1024, false, Duration.ZERO),
                new Fixtures.HandClock(),
                Fixtures.countedIds())
            .orElseThrow();
    host.publish();
    return host;
  }

  @Test
  void keepsOneConnectionForEachTarget() {
    try (Channels channels = new Channels()) {
      channels.callsTo(target(50_101));
      channels.callsTo(target(50_101));
      channels.callsTo(target(50_102));

      assertThat(channels.size()).isEqualTo(2);
    }
  }

  @Test
  void failsQuicklyNamingTheAddressWhenNobodyListensAndRecoversWhenSomeoneDoes()
      throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    try (Channels channels = new Channels(Duration.ofMillis(20))) {
      SampleService client = new GrpcSampleClient(channels.callsTo(target(port)));

      Problem problem = client.ask(Fixtures.context(), "why").problemOrThrow();
      assertThat(problem.kind()).isEqualTo(FailureKind.UNAVAILABLE);
      assertThat(problem.message()).contains("127.0.0.1:" + port).doesNotContain("\n");

      try (GrpcHost host = host(port)) {
        Fixtures.await(
            "the connection is back", () -> client.ask(Fixtures.context(), "why").isSuccess());
        assertThat(host.port("sample")).isEqualTo(port);
      }
    }
  }

  @Test
  void refusesAKeepaliveThatServersDoNotPermit() {
    assertThatThrownBy(
            () ->
                new ChannelSettings(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(9),
                    Duration.ofSeconds(1),
                    1024,
                    CallRules.DEFAULT))
        .hasMessageContaining("at least 10 s")
        .hasMessageContaining("PT9S");
  }

  @Test
  void triesAnOpenBreakerAtOnceWhenTheTargetIsBack() throws IOException {
    int port = freePort();
    try (Channels channels = new Channels(Duration.ofMillis(20))) {
      SampleService client = new GrpcSampleClient(channels.callsTo(target(port)));
      Fixtures.await(
          "the breaker is open",
          () ->
              client
                  .ask(Fixtures.context(), "why")
                  .problemOrThrow()
                  .code()
                  .equals(CallReason.CIRCUIT_OPEN.name()));
      assertThat(channels.breakers()).extracting(BreakerView::state).containsExactly(Kind.OPEN);

      try (GrpcHost host = host(port)) {
        Fixtures.await(
            "calls go through, long before the minute is over",
            () -> client.ask(Fixtures.context(), "why").isSuccess());
        client.ask(Fixtures.context(), "why").orElseThrow();
        assertThat(channels.breakers()).extracting(BreakerView::state).containsExactly(Kind.CLOSED);
        assertThat(host.port("sample")).isEqualTo(port);
      }
    }
  }

  /** All calls of the moment end with the connection, and no later one shows that it is gone. */
  @Test
  void goesOnAtOnceWhenTheConnectionDiedUnderItsCallsAndIsBack() throws Exception {
    BreakerRules first = new BreakerRules(1, BreakerRules.DEFAULT.openFor(), 1);
    ScriptedSample sample = new ScriptedSample();
    try (GrpcHost host = host(0, sample);
        Cable cable = new Cable(host.port("sample"));
        Channels channels = new Channels(Duration.ofMillis(20))) {
      ChannelSettings settings =
          SETTINGS.withRules(
              new CallRules(RetryRules.NONE, first, CallRules.DEFAULT.concurrentCallsMax()));
      SampleService client =
          new GrpcSampleClient(
              channels.callsTo(new Target("sample", "127.0.0.1", cable.port(), settings)));
      CompletableFuture<Result<String>> cut = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> cut.complete(client.ask(Fixtures.context(), "wait")));
      sample.entered.await();
      cable.breakConnections();
      assertThat(cut.join().problemOrThrow().kind()).isEqualTo(FailureKind.UNAVAILABLE);
      sample.release.countDown();

      Fixtures.await(
          "calls go through, long before the minute is over",
          () -> client.ask(Fixtures.context(), "why").isSuccess());
    }
  }

  @Test
  void waitsForATargetThatComesLateOnlyForAJob() throws IOException {
    int port = freePort();
    try (Channels channels = new Channels(Duration.ofMillis(20))) {
      SampleService client = new GrpcSampleClient(channels.callsTo(target(port)));
      CompletableFuture<Result<String>> job = new CompletableFuture<>();
      Thread.ofVirtual()
          .start(() -> Patience.during(() -> job.complete(client.ask(Fixtures.context(), "why"))));

      assertThat(client.ask(Fixtures.context(), "why").problemOrThrow().kind())
          .isEqualTo(FailureKind.UNAVAILABLE);
      assertThat(job).isNotDone();
      try (GrpcHost host = host(port)) {
        assertThat(job.join().isSuccess()).isTrue();
        assertThat(host.port("sample")).isEqualTo(port);
      }
    }
  }

  /** A link that was cut without a word: packets vanish, and no side is told. */
  @Test
  void usesAConnectionOfItsOwnAfterACallThatNobodyAnswered() throws Exception {
    try (GrpcHost host = host(0);
        Cable cable = new Cable(host.port("sample"));
        Channels channels = new Channels()) {
      SampleService client = new GrpcSampleClient(channels.callsTo(target(cable.port())));
      assertThat(client.ask(Fixtures.context(), "why").isSuccess()).isTrue();
      cable.stall();
      assertThat(client.ask(Fixtures.within(Duration.ofMillis(200)), "why").problemOrThrow().kind())
          .isEqualTo(FailureKind.DEADLINE_EXCEEDED);
      cable.heal();

      assertThat(client.ask(Fixtures.within(Duration.ofSeconds(10)), "why").isSuccess()).isTrue();
    }
  }

  /** The cut heals while the first attempt to connect anew lasts, so none ever fails. */
  @Test
  void triesAnOpenBreakerAtOnceWhenACutWasShort() throws Exception {
    try (GrpcHost host = host(0);
        Cable cable = new Cable(host.port("sample"));
        Channels channels = new Channels(Duration.ofMillis(20))) {
      SampleService client = new GrpcSampleClient(channels.callsTo(target(cable.port())));
      assertThat(client.ask(Fixtures.context(), "why").isSuccess()).isTrue();
      cable.stall();
      for (int call = 1; call <= BreakerRules.DEFAULT.failuresToOpen(); call++) {
        client.ask(Fixtures.within(Duration.ofMillis(100)), "why").problemOrThrow();
      }
      assertThat(channels.breakers()).extracting(BreakerView::state).containsExactly(Kind.OPEN);
      cable.heal();

      Fixtures.await(
          "calls go through, long before the minute is over",
          () -> client.ask(Fixtures.context(), "why").isSuccess());
    }
  }

  /**
   * A new connection is there before the calls of the silent one have all ended, between two looks
   * at the channel; those that end open the breaker, and nobody calls any more.
   */
  @Test
  void triesAnOpenBreakerAtOnceWhenTheConnectionWasMadeAnewBetweenTwoLooks() throws Exception {
    try (GrpcHost host = host(0);
        Cable cable = new Cable(host.port("sample"));
        Channels channels = new Channels(Duration.ofDays(1))) {
      SampleService client = new GrpcSampleClient(channels.callsTo(target(cable.port())));
      assertThat(client.ask(Fixtures.context(), "why").isSuccess()).isTrue();
      cable.stall();
      cable.heal();
      List<CompletableFuture<Result<String>>> silent =
          IntStream.rangeClosed(1, BreakerRules.DEFAULT.failuresToOpen())
              .mapToObj(call -> askWithin(client, Duration.ofMillis(100 + 30 * call)))
              .toList();
      silent.forEach(call -> assertThat(call.join().isSuccess()).isFalse());
      assertThat(channels.breakers().getFirst().timesOpened()).isEqualTo(1);

      Fixtures.await(
          "calls go through, long before the minute is over",
          () -> client.ask(Fixtures.context(), "why").isSuccess());
    }
  }

  private static CompletableFuture<Result<String>> askWithin(
      SampleService client, Duration deadline) {
    CompletableFuture<Result<String>> answer = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> answer.complete(client.ask(Fixtures.within(deadline), "why")));
    return answer;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
