package dev.arduinotrader.e2e;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.planning.PlanningModule;
import dev.arduinotrader.planning.PlanningService;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.channel.ChannelSettings;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.config.TlsConfig;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.id.RandomIds;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.platform.tls.TlsIdentity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that asks planning for its list ten times a second, answered or not, and prints a line
 * for every call: when it began, how many milliseconds it took, and {@code OK} or the reason.
 */
public final class Probe {
  private static final Duration PACE = Duration.ofMillis(100);
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final PlanningService planning;
  private final TraderClock clock = SystemClock.system();
  private final Ids ids = new RandomIds();

  private Probe(PlanningService planning) {
    this.planning = planning;
  }

  /**
   * Asks until it is killed.
   *
   * @param arguments host, port, authority, certificate, key
   */
  public static void main(String[] arguments) {
    TlsConfig tls =
        new TlsConfig(Path.of(arguments[2]), Path.of(arguments[3]), Path.of(arguments[4]));
    Channels channels = new Channels(TlsIdentity.open(tls, SystemClock.system()).orElseThrow());
    Target target =
        new Target(
            "planning",
            arguments[0],
            Integer.parseInt(arguments[1]),
            ChannelSettings.withTimeout(TIMEOUT));
    Probe probe = new Probe(PlanningModule.client(channels.callsTo(target)));
    while (true) {
      Thread.ofVirtual().start(probe::ask);
      LockSupport.parkNanos(PACE.toNanos());
    }
  }

  private void ask() {
    Instant began = clock.now();
    CallContext context =
        new CallContext(
            AccountId.of("paper-1"),
            "probe",
            ids.nextRequestId(),
            Deadline.after(TIMEOUT),
            clock.now());
    String outcome =
        switch (planning.listPlans(context, 1)) {
          case Result.Success<?> answered -> "OK";
          case Result.Failure<?>(Problem problem) -> problem.code();
        };
    System.out.println(
        "%s %d %s".formatted(began, Duration.between(began, clock.now()).toMillis(), outcome));
  }
}
