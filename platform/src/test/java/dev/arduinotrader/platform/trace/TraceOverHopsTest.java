package dev.arduinotrader.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.platform.channel.ChannelSettings;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.guard.GuardSettings;
import dev.arduinotrader.platform.guard.LocalGuard;
import dev.arduinotrader.platform.metrics.CallEnd;
import dev.arduinotrader.platform.metrics.CallInfo;
import dev.arduinotrader.platform.metrics.CallObserver;
import dev.arduinotrader.platform.metrics.CallSide;
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
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class TraceOverHopsTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private record Seen(CallInfo call, CallEnd end) {}

  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final CallObserver observer = new Recorder();

  private final class Recorder implements CallObserver {
    @Override
    public void ended(CallInfo call, CallEnd end) {
      seen.add(new Seen(call, end));
    }
  }

  private SampleService guarded(SampleService service) {
    return LocalGuard.wrap(
        SampleService.class,
        service,
        new GuardSettings("sample", new ConcurrencyLimit(10), TIMEOUT),
        observer);
  }

  private Seen of(CallSide side, int index) {
    return seen.stream().filter(one -> one.call().side() == side).toList().get(index);
  }

  private static TraceContext trace(Seen one) {
    TraceContext trace = one.call().trace();
    assertThat(trace).isNotNull();
    return java.util.Objects.requireNonNull(trace);
  }

  /** Local to remote to local: each call names the one before it, on threads of their own. */
  @Test
  void namesTheCauseOfEveryCallFromDeviceToDevice() {
    try (GrpcHost host =
            GrpcHost.start(
                    List.of(
                        new HostedService(
                            "sample",
                            SampleMethods.SERVICE,
                            0,
                            new GrpcSampleServer(guarded(new ScriptedSample())),
                            new ConcurrencyLimit(1))),
                    new HostSettings("127.0.0.1", 1024, false, Duration.ZERO).onDevice("compute-1"),
                    new Fixtures.HandClock(),
                    Fixtures.countedIds(),
                    observer)
                .orElseThrow();
        Channels channels = new Channels(null, "primary", observer)) {
      host.publish();
      SampleService remote =
          new GrpcSampleClient(
              channels.callsTo(
                  new Target(
                      "sample",
                      "127.0.0.1",
                      host.port("sample"),
                      ChannelSettings.withTimeout(TIMEOUT))));

      guarded(new ScriptedSample()).ask(Fixtures.context(), "why").orElseThrow();
      seen.clear();
      remote.ask(Fixtures.context(), "why").orElseThrow();

      Fixtures.await("all three have ended", () -> seen.size() == 3);
      Seen client = of(CallSide.CLIENT, 0);
      Seen server = of(CallSide.SERVER, 0);
      Seen local = of(CallSide.LOCAL, 0);
      assertThat(trace(server).traceId()).isEqualTo(trace(client).traceId());
      assertThat(trace(local).traceId()).isEqualTo(trace(client).traceId());
      assertThat(trace(server).parentId()).contains(trace(client).spanId());
      assertThat(trace(local).parentId()).contains(trace(server).spanId());
      assertThat(server.call().peerDevice()).isEqualTo("primary");
      assertThat(client.end().peerDevice()).isEqualTo("compute-1");
      assertThat(Tracing.current()).isNull();
    }
  }

  @Test
  void beginsOneTraceForCallsOfOneRequest() {
    SampleService service = guarded(new ScriptedSample());
    service.ask(Fixtures.context(), "why").orElseThrow();
    service.ask(Fixtures.context(), "why").orElseThrow();

    assertThat(trace(seen.getFirst()).traceId()).isEqualTo(trace(seen.getLast()).traceId());
    assertThat(trace(seen.getFirst()).spanId()).isNotEqualTo(trace(seen.getLast()).spanId());
  }

  @Test
  void beginsAnewWhereTheCallersTraceIsMalformed() {
    TraceContext arrived = Tracing.arriving("00-nonsense", "rojo=1", "req-7");

    assertThat(arrived.traceId()).isEqualTo(TraceContext.root("req-7", 1).traceId());
    assertThat(arrived.parentId()).isEmpty();
    assertThat(arrived.state()).isEmpty();
  }
}
