package dev.arduinotrader.platform.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Result;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LinkTest {
  private static final int CALLERS = 8;

  private final ScriptedSample old = new ScriptedSample();
  private final ScriptedSample fresh = new ScriptedSample();
  private final GrpcHost oldHost = host(old);
  private final GrpcHost freshHost = host(fresh);
  private final Channels channels = new Channels();

  @AfterEach
  void close() {
    channels.close();
    oldHost.drain(Duration.ofMillis(100));
    freshHost.drain(Duration.ofMillis(100));
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
                new HostSettings("127.0.0.1", 1024, false, Duration.ZERO),
                new Fixtures.HandClock(),
                Fixtures.countedIds())
            .orElseThrow();
    host.publish();
    return host;
  }

  private static Target target(GrpcHost host, Duration timeout) {
    return new Target(
        "sample", "127.0.0.1", host.port("sample"), ChannelSettings.withTimeout(timeout));
  }

  private static Target target(GrpcHost host) {
    return target(host, Duration.ofSeconds(20));
  }

  @Test
  void losesNoCallOfManyCallersWhileItIsTurnedToAndFro() {
    Link link = channels.linkTo(target(oldHost));
    SampleService client = new GrpcSampleClient(link.calls());
    AtomicBoolean enough = new AtomicBoolean();
    List<CompletableFuture<List<Result<String>>>> callers =
        Stream.generate(() -> Fixtures.inBackground(() -> ask(client, enough)))
            .limit(CALLERS)
            .toList();

    for (int turn = 0; turn < 20; turn++) {
      int before = fresh.calls.get() + old.calls.get();
      link.switchTo(target(turn % 2 == 0 ? freshHost : oldHost));
      Fixtures.await("calls go on", () -> fresh.calls.get() + old.calls.get() > before + CALLERS);
    }
    enough.set(true);

    List<Result<String>> answers = callers.stream().flatMap(c -> c.join().stream()).toList();
    assertThat(answers).hasSizeGreaterThan(20 * CALLERS).allMatch(Result::isSuccess);
    assertThat(old.calls).hasPositiveValue();
    assertThat(fresh.calls).hasPositiveValue();
  }

  private static List<Result<String>> ask(SampleService client, AtomicBoolean enough) {
    List<Result<String>> answers = new ArrayList<>();
    while (!enough.get()) {
      answers.add(client.ask(Fixtures.context(), "why"));
    }
    return answers;
  }

  @Test
  void letsARunningCallFinishWhereItBeganAndThenGivesTheConnectionUp() throws Exception {
    Link link = channels.linkTo(target(oldHost));
    SampleService client = new GrpcSampleClient(link.calls());
    CompletableFuture<Result<String>> running =
        Fixtures.inBackground(() -> client.ask(Fixtures.context(), "wait"));
    old.entered.await();

    link.switchTo(target(freshHost));

    assertThat(client.ask(Fixtures.context(), "why").isSuccess()).isTrue();
    assertThat(fresh.calls).hasValue(1);
    assertThat(running).isNotDone();
    old.release.countDown();
    assertThat(running.join().orElseThrow()).isEqualTo("released");
    assertThat(channels.size()).isEqualTo(1);
  }

  @Test
  void cutsACallThatOutlastsTheOldTargetsTimeout() throws Exception {
    Link link = channels.linkTo(target(oldHost));
    SampleService client = new GrpcSampleClient(link.calls());
    CompletableFuture<Result<String>> running =
        Fixtures.inBackground(() -> client.ask(Fixtures.context(), "wait"));
    old.entered.await();

    link.switchTo(target(oldHost, Duration.ofMillis(300)));
    link.switchTo(target(freshHost));

    assertThat(running.join().isSuccess()).isFalse();
    old.release.countDown();
  }

  @Test
  void sharesAConnectionUntilItsLastUserHasLeft() {
    Link one = channels.linkTo(target(oldHost));
    Link other = channels.linkTo(target(oldHost));

    one.switchTo(target(freshHost));
    assertThat(channels.size()).isEqualTo(2);
    assertThat(new GrpcSampleClient(other.calls()).ask(Fixtures.context(), "why").isSuccess())
        .isTrue();
    other.switchTo(target(freshHost));

    assertThat(channels.size()).isEqualTo(1);
  }

  @Test
  void takesAnotherTimeoutWithoutAnotherConnection() {
    Link link = channels.linkTo(target(oldHost));
    SampleService client = new GrpcSampleClient(link.calls());

    link.switchTo(target(oldHost, Duration.ofSeconds(3)));

    assertThat(client.ask(Fixtures.context(), "time left").orElseThrow()).isIn("2", "3");
    assertThat(channels.size()).isEqualTo(1);
  }
}
