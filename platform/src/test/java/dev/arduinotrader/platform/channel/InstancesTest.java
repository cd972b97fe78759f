package dev.arduinotrader.platform.channel;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several instances of one compute service. */
@Timeout(30)
class InstancesTest {
  private final ScriptedSample one = new ScriptedSample();
  private final ScriptedSample two = new ScriptedSample();
  private final GrpcHost hostOfOne = host(one);
  private final GrpcHost hostOfTwo = host(two);
  private final Channels channels = new Channels(Duration.ofMillis(50));

  @AfterEach
  void close() {
    channels.close();
    hostOfOne.drain(Duration.ofMillis(100));
    hostOfTwo.drain(Duration.ofMillis(100));
  }

  private static GrpcHost host(ScriptedSample sample) {
    GrpcHost host =
        GrpcHost.start(
                List.of(
                    new HostedService(
                        "sample",
                        SampleMethods.SERVICE,
                        0,
                        new GrpcSampleServer(sample),
                        new ConcurrencyLimit(100))),
                new HostSettings("127.0.0.1", 1024, false, Duration.ofSeconds(1)),
                new Fixtures.HandClock(),
                Fixtures.countedIds())
            .orElseThrow();
    host.publish();
    return host;
  }

  private SampleService client() {
    return new GrpcSampleClient(
        channels.callsTo(
            new Target(
                "sample",
                List.of(
                    new Endpoint("127.0.0.1", hostOfOne.port("sample")),
                    new Endpoint("localhost", hostOfTwo.port("sample"))),
                ChannelSettings.withTimeout(Duration.ofSeconds(20)))));
  }

  private static void ask(SampleService client) {
    assertThat(client.ask(Fixtures.context(), "why").isSuccess()).isTrue();
  }

  private void awaitBoth(SampleService client) {
    Fixtures.await(
        "both are connected",
        () -> {
          ask(client);
          return one.calls.get() > 0 && two.calls.get() > 0;
        });
  }

  @Test
  void takeCallsInTurn() {
    SampleService client = client();
    awaitBoth(client);
    int before = one.calls.get();

    for (int i = 0; i < 20; i++) {
      ask(client);
    }

    assertThat(one.calls.get() - before).isBetween(9, 11);
  }

  @Test
  void getNoCallWhileTheySayThatTheyAreIllAndTheirShareWhenTheyAreWellAgain() {
    SampleService client = client();
    awaitBoth(client);

    hostOfOne.tell("sample", false);
    awaitTwentyCalls(client, 0);

    hostOfOne.tell("sample", true);
    awaitTwentyCalls(client, 10);
  }

  /** Asks twenty times at a stretch, until so many of them go to the first; none may fail. */
  private void awaitTwentyCalls(SampleService client, int toTheFirst) {
    Fixtures.await(
        toTheFirst + " of twenty calls go to the first",
        () -> {
          int before = one.calls.get();
          for (int i = 0; i < 20; i++) {
            ask(client);
          }
          return one.calls.get() - before == toTheFirst;
        });
  }

  @Test
  void areLeftWithoutAFailedCallWhenTheyStop() {
    SampleService client = client();
    awaitBoth(client);
    Thread stop = Thread.ofVirtual().start(() -> hostOfOne.drain(Duration.ofSeconds(5)));

    int before = two.calls.get();
    while (stop.isAlive()) {
      ask(client);
    }
    ask(client);

    assertThat(two.calls.get()).isGreaterThan(before);
  }
}
