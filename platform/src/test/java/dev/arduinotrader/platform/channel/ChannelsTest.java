package dev.arduinotrader.platform.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.resilience.CallRules;
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
import org.junit.jupiter.api.Test;

class ChannelsTest {
  private static final ChannelSettings SETTINGS =
      ChannelSettings.withTimeout(Duration.ofSeconds(20));

  private static Target target(int port) {
    return new Target("sample", "127.0.0.1", port, SETTINGS);
  }

  private static GrpcHost host(int port) {
    GrpcHost host =
        GrpcHost.start(
                List.of(
                    new HostedService(
                        "sample",
                        SampleMethods.SERVICE,
                        port,
                        new GrpcSampleServer(new ScriptedSample()),
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
}
