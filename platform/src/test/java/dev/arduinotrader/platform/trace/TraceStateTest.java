package dev.arduinotrader.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.channel.ChannelSettings;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.grpc.CallHeaders;
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
import io.grpc.Context;
import io.grpc.Metadata;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TraceStateTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final String NOTES = "rojo=00f067aa0ba902b7,congo=t61rcWkgMzE";

  /** Answers a question in a way of the test's; nothing else is asked. */
  private record Asked(Function<String, Result<String>> answer) implements SampleService {
    @Override
    public Result<String> ask(CallContext context, String question) {
      return answer.apply(question);
    }

    @Override
    public Result<ServiceHealth> healthCheck(CallContext context) {
      return new ScriptedSample().healthCheck(context);
    }

    @Override
    public Result<Integer> count(CallContext context, int upTo, ProgressSink<Integer> numbers) {
      return Result.success(upTo);
    }

    @Override
    public Result<Done> watchEvents(
        CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
      return Result.success(Done.DONE);
    }
  }

  private static GrpcHost host(Function<String, Result<String>> answer) {
    GrpcHost host =
        GrpcHost.start(
                List.of(
                    new HostedService(
                        "sample",
                        SampleMethods.SERVICE,
                        0,
                        new GrpcSampleServer(new Asked(answer)),
                        new ConcurrencyLimit(1))),
                new HostSettings("127.0.0.1", 1024, false, Duration.ZERO),
                new Fixtures.HandClock(),
                Fixtures.countedIds())
            .orElseThrow();
    host.publish();
    return host;
  }

  private static SampleService client(Channels channels, GrpcHost host) {
    return new GrpcSampleClient(
        channels.callsTo(
            new Target(
                "sample", "127.0.0.1", host.port("sample"), ChannelSettings.withTimeout(TIMEOUT))));
  }

  private static String stateHere() {
    TraceContext trace = Tracing.current();
    return trace == null ? "no trace" : trace.state();
  }

  @Test
  void travelsUnchangedFromHopToHop() throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();
    try (Channels channels = new Channels();
        GrpcHost last =
            host(
                question -> {
                  seen.add(stateHere());
                  return Result.success("answer");
                });
        GrpcHost first =
            host(question -> client(channels, last).ask(Fixtures.context(), question))) {
      SampleService service = client(channels, first);
      TraceContext foreign = TraceContext.root("req-7", 5).withState(NOTES);

      Tracing.within(Context.current(), foreign)
          .call(() -> service.ask(Fixtures.context(), "why"))
          .orElseThrow();
      service.ask(Fixtures.context(), "why").orElseThrow();

      assertThat(seen).containsExactly(NOTES, "");
    }
  }

  @Test
  void isReadFromSeveralHeadersInTheirOrder() {
    Metadata headers = new Metadata();
    assertThat(CallHeaders.traceState(headers)).isEmpty();

    headers.put(CallHeaders.TRACESTATE, "rojo=00f067aa0ba902b7");
    headers.put(CallHeaders.TRACESTATE, "congo=t61rcWkgMzE");

    assertThat(CallHeaders.traceState(headers)).isEqualTo(NOTES);
  }
}
