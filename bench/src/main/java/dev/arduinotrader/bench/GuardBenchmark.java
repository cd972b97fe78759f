package dev.arduinotrader.bench;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.channel.ChannelSettings;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.config.TlsConfig;
import dev.arduinotrader.platform.grpc.ContextInterceptor;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.id.RandomIds;
import dev.arduinotrader.platform.logging.CallLog;
import dev.arduinotrader.platform.logging.LogSetup;
import dev.arduinotrader.platform.metrics.CallMethod;
import dev.arduinotrader.platform.metrics.CallMetrics;
import dev.arduinotrader.platform.resilience.CallRules;
import dev.arduinotrader.platform.resilience.TargetGuard;
import dev.arduinotrader.platform.resilience.model.BreakerRules;
import dev.arduinotrader.platform.resilience.model.RetryRules;
import dev.arduinotrader.platform.server.GrpcHost;
import dev.arduinotrader.platform.server.HostSettings;
import dev.arduinotrader.platform.server.HostedService;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.platform.tls.CallRole;
import dev.arduinotrader.platform.tls.CertificateFolder;
import dev.arduinotrader.platform.tls.CertificateWish;
import dev.arduinotrader.platform.tls.TlsIdentity;
import dev.arduinotrader.universe.UniverseModule;
import dev.arduinotrader.universe.UniverseQuery;
import dev.arduinotrader.universe.UniverseService;
import dev.arduinotrader.universe.UniverseSettings;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What interceptors, guard and TLS cost a call: the same question with more and more of it. */
public final class GuardBenchmark {
  private static final int GUARD_CALLS = 2_000_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final UniverseService universe;
  private final Isin isin;

  private GuardBenchmark(UniverseService universe) {
    this.universe = universe;
    this.isin =
        universe
            .getUniverse(CallBenchmark.context(), UniverseQuery.first())
            .orElseThrow()
            .securities()
            .getFirst()
            .isin();
  }

  /**
   * Runs all measurements and prints them.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("trader-bench");
    LogSetup.toFile(folder.resolve("logs"), "bench", false);
    Machine.describe();
    System.out.println(guardAlone());
    try (UniverseModule module =
        UniverseModule.open(UniverseSettings.in(folder), SystemClock.system()).orElseThrow()) {
      new GuardBenchmark(module.local()).run(folder);
    }
    System.exit(0);
  }

  private void run(Path folder) throws IOException {
    TlsIdentity identity = identity(folder);
    System.out.println(bare());
    System.out.println(ours("with interceptors, metrics and log", null, CallRules.UNGUARDED));
    System.out.println(ours("with breaker, bulkhead and retry too", null, guarded()));
    System.out.println(ours("with mutual TLS and roles too", identity, guarded()));
    System.out.println(connecting(null));
    System.out.println(connecting(identity));
  }

  private static CallRules guarded() {
    return new CallRules(new RetryRules(3, Duration.ofSeconds(1)), BreakerRules.DEFAULT, 100);
  }

  private static TlsIdentity identity(Path folder) throws IOException {
    Path certificates = Files.createTempDirectory(folder, "certs");
    CertificateFolder made = new CertificateFolder(certificates, new RandomIds());
    made.init().orElseThrow();
    made.issue(new CertificateWish("bench", CallRole.OWNER, List.of(), 30), false).orElseThrow();
    return TlsIdentity.open(
            new TlsConfig(
                certificates.resolve("ca.pem"),
                certificates.resolve("bench.pem"),
                certificates.resolve("bench.key")),
            SystemClock.system())
        .orElseThrow();
  }

  /** In nanoseconds for each call, in blocks of a thousand. */
  private static Figures guardAlone() {
    TargetGuard guard = new TargetGuard("bench", GuardBenchmark::guarded);
    CallMethod method = CallMethod.ofJava("universe", "getSecurity");
    Deadline deadline = Deadline.after(Duration.ofMinutes(10));
    Result<String> answer = Result.success("answer");
    double[] nanos = new double[GUARD_CALLS / 1_000];
    for (int block = 0; block < nanos.length; block++) {
      long start = System.nanoTime();
      for (int i = 0; i < 1_000; i++) {
        guard.call(method, () -> true, deadline, number -> answer).orElseThrow();
      }
      nanos[block] = (System.nanoTime() - start) / 1_000.0;
    }
    return new Figures("breaker, bulkhead and retry alone, per call", "ns", nanos);
  }

  /** gRPC and our messages, nothing else. */
  private Figures bare() throws IOException {
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .intercept(new ContextInterceptor(SystemClock.system(), new RandomIds()))
            .addService(UniverseModule.server(universe))
            .build()
            .start();
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
    try {
      return measure("gRPC alone", UniverseModule.client(new RemoteCalls(channel, TIMEOUT)));
    } finally {
      channel.shutdownNow();
      server.shutdownNow();
    }
  }

  private Figures ours(String name, @Nullable TlsIdentity identity, CallRules rules) {
    try (GrpcHost host = host(identity);
        Channels channels =
            new Channels(identity, "bench", new CallMetrics(), new CallLog("bench"))) {
      return measure(name, client(channels, host, rules));
    }
  }

  /** A new connection and its first call. */
  private Figures connecting(@Nullable TlsIdentity identity) {
    try (GrpcHost host = host(identity)) {
      double[] millis = new double[300];
      for (int i = -100; i < millis.length; i++) {
        long start = System.nanoTime();
        try (Channels channels = new Channels(identity)) {
          client(channels, host, guarded()).healthCheck(CallBenchmark.context()).orElseThrow();
        }
        if (i >= 0) {
          millis[i] = (System.nanoTime() - start) / 1e6;
        }
      }
      return new Figures(
          "a new connection, one call, closed" + (identity == null ? "" : ", mutual TLS"),
          "ms",
          millis);
    }
  }

  private static UniverseService client(Channels channels, GrpcHost host, CallRules rules) {
    return UniverseModule.client(
        channels.callsTo(
            new Target(
                "universe",
                "127.0.0.1",
                host.port("universe"),
                ChannelSettings.withTimeout(TIMEOUT).withRules(rules))));
  }

  private GrpcHost host(@Nullable TlsIdentity identity) {
    GrpcHost host =
        GrpcHost.start(
                List.of(
                    new HostedService(
                        "universe",
                        UniverseModule.GRPC_NAME,
                        0,
                        UniverseModule.server(universe),
                        new ConcurrencyLimit(10))),
                HostSettings.on("127.0.0.1").with(identity).onDevice("bench"),
                SystemClock.system(),
                new RandomIds(),
                new CallMetrics(),
                new CallLog("bench"))
            .orElseThrow();
    host.publish();
    return host;
  }

  private Figures measure(String name, UniverseService client) {
    return CallBenchmark.measure(name, client, isin);
  }
}
