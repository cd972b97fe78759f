package dev.arduinotrader.platform.guard;

import dev.arduinotrader.platform.channel.ChannelSettings;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.metrics.CallMetrics;
import dev.arduinotrader.platform.metrics.CallSide;
import dev.arduinotrader.platform.sample.Fixtures;
import dev.arduinotrader.platform.sample.GrpcSampleClient;
import dev.arduinotrader.platform.sample.GrpcSampleServer;
import dev.arduinotrader.platform.sample.SampleMethods;
import dev.arduinotrader.platform.sample.SampleService;
import dev.arduinotrader.platform.server.GrpcHost;
import dev.arduinotrader.platform.server.HostSettings;
import dev.arduinotrader.platform.server.HostedService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class GrpcCallTest extends CallBehaviour {
  private final Channels channels = new Channels(metrics);
  private final CallMetrics serverMetrics = new CallMetrics();
  private final List<GrpcHost> hosts = new ArrayList<>();

  @Override
  SampleService service(int callsMax, Duration timeout) {
    GrpcHost host =
        GrpcHost.start(
                List.of(
                    new HostedService(
                        "sample",
                        SampleMethods.SERVICE,
                        0,
                        new GrpcSampleServer(sample),
                        new ConcurrencyLimit(callsMax))),
                HostSettings.on("127.0.0.1"),
                new Fixtures.HandClock(),
                Fixtures.countedIds(),
                serverMetrics)
            .orElseThrow();
    host.publish();
    hosts.add(host);
    return new GrpcSampleClient(
        channels.callsTo(
            new Target(
                "sample", "127.0.0.1", host.port("sample"), ChannelSettings.withTimeout(timeout))));
  }

  @Override
  CallSide callersSide() {
    return CallSide.CLIENT;
  }

  @AfterEach
  void stop() {
    sample.release.countDown();
    channels.close();
    hosts.forEach(host -> host.drain(Duration.ofSeconds(1)));
  }
}
