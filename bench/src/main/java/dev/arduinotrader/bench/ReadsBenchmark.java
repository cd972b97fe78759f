package dev.arduinotrader.bench;

import dev.arduinotrader.app.system.SystemSettings;
import dev.arduinotrader.app.system.TraderSystem;
import dev.arduinotrader.app.system.Training;
import dev.arduinotrader.gateway.CycleCommand;
import dev.arduinotrader.gateway.DepositCommand;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.lifecycle.Running;
import dev.arduinotrader.platform.logging.LogSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;

/** Every method without side effects: in this process against gRPC on loopback, the same system. */
public final class ReadsBenchmark {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int WAKING_CALLS = 100;

  /** The plan's limit of a call to the same host, in milliseconds. */
  private static final double LIMIT_MILLIS = 10;

  private static final String TEST_SOURCE = "universe.TestSource";

  private final TraderSystem system;

  private ReadsBenchmark(TraderSystem system) {
    this.system = system;
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
    Running<TraderSystem> running =
        TraderSystem.start(
                new SystemSettings(
                    Training.localPlacement().orElseThrow(),
                    folder,
                    null,
                    AccountId.of("paper-1"),
                    true,
                    true,
                    false))
            .orElseThrow();
    try (Channels channels = new Channels()) {
      new ReadsBenchmark(running.value()).run(channels);
    } finally {
      running.lifecycle().stop(TIMEOUT);
    }
    System.exit(0);
  }

  private void run(Channels channels) throws IOException {
    prepare();
    AllServices inProcess = AllServices.inProcess(system);
    AllServices overGrpc = AllServices.overGrpc(system, channels);
    ReadMethods methods = new ReadMethods(inProcess, context());
    methods.all().values().forEach(read -> wake(read, inProcess, overGrpc));
    System.out.printf(
        Locale.ROOT,
        "%-34s %12s %12s %12s %12s %12s  ms%n",
        "method",
        "local p50",
        "local p99",
        "gRPC p50",
        "gRPC p99",
        "p50 more");
    int within = 0;
    for (Map.Entry<String, ReadMethods.Read> read : methods.all().entrySet()) {
      within += show(read.getKey(), read.getValue(), inProcess, overGrpc) ? 1 : 0;
    }
    SortedSet<String> missing = methods.missing();
    missing.remove(TEST_SOURCE);
    try (FolderUniverse folder = FolderUniverse.open()) {
      within +=
          show(
                  TEST_SOURCE,
                  folder.testSource(),
                  inProcess.with(folder.local()),
                  overGrpc.with(folder.overGrpc(channels)))
              ? 1
              : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "%d of %d methods cost less than %.0f ms more over gRPC; without a question here: %s%n",
        within,
        methods.all().size() + 1,
        LIMIT_MILLIS,
        missing);
  }

  /** Money, a cycle that buys, and its fills; then a dry run. */
  private void prepare() {
    var gateway = system.services().gateway();
    gateway
        .processDeposit(
            context(), new DepositCommand(system.nextCommandId(), Money.of("30000", Currency.EUR)))
        .orElseThrow();
    for (boolean dryRun : new boolean[] {false, true}) {
      gateway
          .triggerTradingCycle(
              context(), new CycleCommand(system.nextCommandId(), dryRun), ProgressSink.ignoring())
          .orElseThrow();
    }
    system.services().trading().reconcile(context()).orElseThrow();
  }

  private CallContext context() {
    return system.context(TIMEOUT);
  }

  private boolean show(
      String name, ReadMethods.Read read, AllServices inProcess, AllServices overGrpc) {
    String refusal = refusal(read, inProcess);
    if (!refusal.isEmpty()) {
      System.out.printf(Locale.ROOT, "%-34s refused: %s%n", name, refusal);
      return false;
    }
    ReadTimes local = ReadTimes.of(read, inProcess, this::context);
    ReadTimes remote = ReadTimes.of(read, overGrpc, this::context);
    double more = remote.at(0.5) - local.at(0.5);
    System.out.printf(
        Locale.ROOT,
        "%-34s %12.3f %12.3f %12.3f %12.3f %12.3f%s%n",
        name,
        local.at(0.5),
        local.at(0.99),
        remote.at(0.5),
        remote.at(0.99),
        more,
        more < LIMIT_MILLIS ? "" : "  OVER THE LIMIT");
    return more < LIMIT_MILLIS;
  }

  /** The first methods would pay for the code that all share. */
  private void wake(ReadMethods.Read read, AllServices inProcess, AllServices overGrpc) {
    for (int call = 0; call < WAKING_CALLS; call++) {
      for (AllServices services : List.of(inProcess, overGrpc)) {
        if (!refusal(read, services).isEmpty()) {
          return;
        }
      }
    }
  }

  private String refusal(ReadMethods.Read read, AllServices services) {
    return switch (read.apply(services, context())) {
      case Result.Success<?> _ -> "";
      case Result.Failure<?>(Problem problem) -> problem.code();
    };
  }
}
