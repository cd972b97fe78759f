package dev.arduinotrader.platform.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.channel.ChannelSettings;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.figures.ProcessFigures;
import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.metrics.CallEnd;
import dev.arduinotrader.platform.metrics.CallInfo;
import dev.arduinotrader.platform.metrics.CallMethod;
import dev.arduinotrader.platform.metrics.CallMetrics;
import dev.arduinotrader.platform.metrics.CallSide;
import dev.arduinotrader.platform.resilience.BreakerView;
import dev.arduinotrader.platform.sample.Fixtures;
import dev.arduinotrader.platform.sample.GrpcSampleClient;
import dev.arduinotrader.platform.sample.GrpcSampleServer;
import dev.arduinotrader.platform.sample.SampleMethods;
import dev.arduinotrader.platform.sample.ScriptedSample;
import dev.arduinotrader.platform.server.GrpcHost;
import dev.arduinotrader.platform.server.HostSettings;
import dev.arduinotrader.platform.server.HostedService;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessFiguresOverGrpcTest {
  private final CallMetrics metrics = new CallMetrics(() -> 0);

  private ProcessFigures figures() {
    return ProcessFigures.of(
        "one",
        "primary",
        List.of("sample"),
        metrics,
        List.of(
            new BreakerView(
                "planning",
                BreakerView.Kind.OPEN,
                0,
                Duration.ofMillis(1_500),
                Duration.ofMillis(58_500),
                1,
                7)));
  }

  private GrpcHost host() {
    GrpcHost host =
        GrpcHost.start(
                List.of(
                    new HostedService(
                        "sample",
                        SampleMethods.SERVICE,
                        0,
                        new GrpcSampleServer(new ScriptedSample()),
                        new ConcurrencyLimit(1))),
                new HostSettings("127.0.0.1", 1024, false, Duration.ZERO)
                    .answeringEverywhere(new ProcessServer(this::figures)),
                new Fixtures.HandClock(),
                Fixtures.countedIds(),
                metrics)
            .orElseThrow();
    host.publish();
    return host;
  }

  @Test
  void tellsEverythingThatAProcessKnowsAndCountsNothingOfTheTelling() {
    metrics.ended(
        new CallInfo(CallSide.LOCAL, CallMethod.ofJava("scoring", "scoreSecurity"), "req-1", 1),
        new CallEnd(CommonReason.INTERNAL.problem("oops"), 5_000_000, 5_000_000));
    try (GrpcHost host = host();
        Channels channels = new Channels(metrics)) {
      Target target =
          new Target(
              "sample",
              "127.0.0.1",
              host.port("sample"),
              ChannelSettings.withTimeout(Duration.ofSeconds(10)));
      new GrpcSampleClient(channels.callsTo(target)).ask(Fixtures.context(), "why").orElseThrow();

      Result<ProcessFigures> told =
          channels.aside(target, calls -> new ProcessClient(calls).figures(Fixtures.context()));

      assertThat(told.orElseThrow()).isEqualTo(figures());
      assertThat(figures().calls())
          .extracting(seen -> seen.service() + " " + seen.side())
          .containsExactlyInAnyOrder("scoring LOCAL", "sample SERVER", "sample CLIENT");
      assertThat(channels.size()).isEqualTo(1);
    }
  }

  @Test
  void givesUpAConnectionThatOnlyAQuestionAsideNeeded() {
    try (GrpcHost host = host();
        Channels channels = new Channels()) {
      Target target =
          new Target(
              "sample",
              "127.0.0.1",
              host.port("sample"),
              ChannelSettings.withTimeout(Duration.ofSeconds(10)));

      assertThat(
              channels
                  .aside(target, calls -> new ProcessClient(calls).figures(Fixtures.context()))
                  .isSuccess())
          .isTrue();
      assertThat(channels.size()).isZero();
      assertThat(channels.breakers()).isEmpty();
    }
  }
}
