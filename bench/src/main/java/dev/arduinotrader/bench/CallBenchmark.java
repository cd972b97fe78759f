package dev.arduinotrader.bench;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.RequestId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.channel.ChannelSettings;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.guard.GuardSettings;
import dev.arduinotrader.platform.guard.LocalGuard;
import dev.arduinotrader.platform.id.RandomIds;
import dev.arduinotrader.platform.server.GrpcHost;
import dev.arduinotrader.platform.server.HostSettings;
import dev.arduinotrader.platform.server.HostedService;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.universe.UniverseModule;
import dev.arduinotrader.universe.UniverseQuery;
import dev.arduinotrader.universe.UniverseService;
import java.time.Duration;
import java.util.List;

/** One unary call, one after the other: guarded in-process, and over gRPC on loopback. */
final class CallBenchmark {
  /** Past the count at which the launcher lets the optimising compiler begin. */
  private static final int WARM_UP = 60_000;

  private static final int CALLS = 20_000;

  private CallBenchmark() {}

  /** Measures calls of {@code GetSecurity} on this service, which nothing stands before. */
  static List<Figures> run(UniverseService universe) {
    Isin isin =
        universe
            .getUniverse(context(), UniverseQuery.first())
            .orElseThrow()
            .securities()
            .getFirst()
            .isin();
    ConcurrencyLimit limit = new ConcurrencyLimit(10);
    UniverseService guarded =
        LocalGuard.wrap(
            UniverseService.class,
            universe,
            new GuardSettings(ServiceName.UNIVERSE.key(), limit, Duration.ofSeconds(10)));
    try (GrpcHost host = host(universe, limit);
        Channels channels = new Channels()) {
      UniverseService remote =
          UniverseModule.client(
              channels.callsTo(
                  new Target(
                      "universe",
                      "127.0.0.1",
                      host.port("universe"),
                      ChannelSettings.withTimeout(Duration.ofSeconds(10)))));
      return List.of(
          measure("unary call, guarded in-process", guarded, isin),
          measure("unary call, gRPC on loopback", remote, isin));
    }
  }

  private static GrpcHost host(UniverseService universe, ConcurrencyLimit limit) {
    GrpcHost host =
        GrpcHost.start(
                List.of(
                    new HostedService(
                        "universe",
                        UniverseModule.GRPC_NAME,
                        0,
                        UniverseModule.server(universe),
                        limit)),
                HostSettings.on("127.0.0.1"),
                SystemClock.system(),
                new RandomIds())
            .orElseThrow();
    host.publish();
    return host;
  }

  /** Unary calls after a warm-up, one after the other. */
  static Figures measure(String name, UniverseService universe, Isin isin) {
    for (int i = 0; i < WARM_UP; i++) {
      universe.getSecurity(context(), isin).orElseThrow();
    }
    double[] millis = new double[CALLS];
    for (int i = 0; i < CALLS; i++) {
      CallContext context = context();
      long start = System.nanoTime();
      universe.getSecurity(context, isin).orElseThrow();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    return new Figures(name, "ms", millis);
  }

  static CallContext context() {
    return new CallContext(
        AccountId.SHARED,
        "bench",
        RequestId.of("req-bench"),
        Deadline.after(Duration.ofSeconds(10)),
        SystemClock.system().now());
  }
}
