package dev.arduinotrader.platform.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.channel.ChannelSettings;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.placement.Endpoint;
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
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MutualTlsTest {
  private static final int CALLERS = 2;
  private static final int ROTATIONS = 1;
  private static final ChannelSettings SETTINGS =
      ChannelSettings.withTimeout(Duration.ofSeconds(10));

  private static Household household;
  private static TlsIdentity server;
  private static final ScriptedSample SAMPLE = new ScriptedSample();
  private static GrpcHost host;

  @BeforeAll
  static void open(@TempDir Path home) {
    household = new Household(home);
    household.issue("primary", CallRole.OWNER);
    household.issue("compute-1", CallRole.SERVICE);
    server = household.identity("primary");
    host = host(server);
  }

  @AfterAll
  static void close() {
    host.drain(Duration.ofMillis(100));
  }

  private static GrpcHost host(TlsIdentity identity) {
    GrpcHost opened =
        GrpcHost.start(
                List.of(
                    new HostedService(
                        "sample",
                        SampleMethods.SERVICE,
                        0,
                        new GrpcSampleServer(SAMPLE),
                        new ConcurrencyLimit(100))),
                new HostSettings("127.0.0.1", 1024, true, Duration.ZERO).with(identity),
                new Fixtures.HandClock(),
                Fixtures.countedIds())
            .orElseThrow();
    opened.publish();
    return opened;
  }

  private static SampleService client(Channels channels) {
    return new GrpcSampleClient(
        channels.callsTo(new Target("sample", "127.0.0.1", host.port("sample"), SETTINGS)));
  }

  @Test
  void letsTheOwnerIn() {
    try (Channels channels = new Channels(household.identity("primary"))) {
      assertThat(client(channels).ask(Fixtures.context(), "why").orElseThrow())
          .isEqualTo("answer to why");
    }
  }

  @Test
  void refusesAPlaintextClient() {
    int before = SAMPLE.calls.get();
    try (Channels channels = new Channels()) {
      Problem problem = client(channels).ask(Fixtures.context(), "why").problemOrThrow();

      assertThat(problem.code()).isEqualTo("UNAVAILABLE");
      assertThat(client(channels).healthCheck(Fixtures.context()).isSuccess()).isFalse();
    }
    assertThat(SAMPLE.calls).hasValue(before);
  }

  @Test
  void refusesAClientWithoutCertificate() throws IOException {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(
                "127.0.0.1",
                host.port("sample"),
                TlsChannelCredentials.newBuilder()
                    .trustManager(household.files("primary").ca().toFile())
                    .build())
            .build();
    try {
      SampleService client = new GrpcSampleClient(new RemoteCalls(channel, Duration.ofSeconds(10)));

      assertThat(client.ask(Fixtures.context(), "why").isSuccess()).isFalse();
      assertThat(client.healthCheck(Fixtures.context()).isSuccess()).isFalse();
    } finally {
      channel.shutdownNow();
    }
  }

  @Test
  void refusesACertificateOfAnotherHousehold(@TempDir Path elsewhere) {
    Household strangers = new Household(elsewhere);
    strangers.issue("primary", CallRole.OWNER);
    try (Channels channels = new Channels(strangers.identity("primary"))) {
      assertThat(client(channels).ask(Fixtures.context(), "why").isSuccess()).isFalse();
    }
  }

  @Test
  void refusesWhatTheRoleDoesNotAllowAndNothingElse() {
    int before = SAMPLE.calls.get();
    try (Channels channels = new Channels(household.identity("compute-1"))) {
      SampleService client = client(channels);

      Problem refusal = client.ask(Fixtures.context(), "why").problemOrThrow();

      assertThat(refusal.code()).isEqualTo("ROLE_MISSING");
      assertThat(refusal.message())
          .contains("expected the role owner")
          .contains("found service in the certificate of CN=compute-1");
      assertThat(client.healthCheck(Fixtures.context()).isSuccess()).isTrue();
    }
    assertThat(SAMPLE.calls).hasValue(before);
  }

  @Test
  void provesTheNameOfEachOfSeveralInstances() {
    GrpcHost second = host(server);
    try (Channels channels = new Channels(household.identity("primary"))) {
      SampleService client =
          new GrpcSampleClient(
              channels.callsTo(
                  new Target(
                      "sample",
                      List.of(
                          new Endpoint("127.0.0.1", host.port("sample")),
                          new Endpoint("localhost", second.port("sample"))),
                      SETTINGS)));
      for (int i = 0; i < 10; i++) {
        assertThat(client.ask(Fixtures.context(), "why").isSuccess()).isTrue();
      }
    } finally {
      second.drain(Duration.ofMillis(100));
    }
  }

  @Test
  void losesNoCallWhileCertificatesAreRotated() {
    TlsIdentity caller = household.identity("primary");
    AtomicBoolean enough = new AtomicBoolean();
    List<CompletableFuture<List<Result<String>>>> callers =
        Stream.generate(() -> Fixtures.inBackground(() -> ask(caller, enough)))
            .limit(CALLERS)
            .toList();
    String first = server.certificate().getSerialNumber().toString();

    for (int i = 0; i < ROTATIONS; i++) {
      household.certificates().rotate("primary", 90).orElseThrow();
      server.look();
      caller.look();
      int before = SAMPLE.calls.get();
      Fixtures.await("calls go on", () -> SAMPLE.calls.get() > before + CALLERS);
    }
    enough.set(true);

    assertThat(callers.stream().flatMap(c -> c.join().stream()))
        .hasSizeGreaterThan(ROTATIONS * CALLERS)
        .allMatch(Result::isSuccess);
    assertThat(server.certificate().getSerialNumber().toString()).isNotEqualTo(first);
    assertThat(server.warnings()).isEmpty();
  }

  /** A new connection for every few calls, so that handshakes happen all the time. */
  private static List<Result<String>> ask(TlsIdentity caller, AtomicBoolean enough) {
    List<Result<String>> answers = new ArrayList<>();
    while (!enough.get()) {
      try (Channels channels = new Channels(caller)) {
        SampleService client = client(channels);
        for (int i = 0; i < 5; i++) {
          answers.add(client.ask(Fixtures.context(), "why"));
        }
      }
    }
    return answers;
  }
}
