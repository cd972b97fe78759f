package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.fleet.ComputeMove;
import dev.arduinotrader.app.fleet.Device;
import dev.arduinotrader.app.fleet.DeviceHome;
import dev.arduinotrader.app.fleet.FleetList;
import dev.arduinotrader.app.fleet.MoveReport;
import dev.arduinotrader.app.fleet.MoveWish;
import dev.arduinotrader.app.fleet.StateMove;
import dev.arduinotrader.app.session.SessionOptions;
import dev.arduinotrader.app.system.FleetOrders;
import dev.arduinotrader.app.system.Identities;
import dev.arduinotrader.app.system.InstanceProbe;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ConfigLoader;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.time.Pauses;
import dev.arduinotrader.platform.tls.TlsIdentity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves a service to another device: while it is called, or with its state. */
@Command(
    name = "migrate",
    description = {
      "Move planning, scoring or optimization to another device while it works: start the new one,"
          + " verify it, turn every device's configuration, watch, stop the old one.",
      "Move portfolio, trading or universe with its state: halt every account, stop the old one,"
          + " bring a proved copy, start the new one. The old copy is never opened again; orders"
          + " wait until: trader resume.",
      "What fails on the way is undone, and it is said what was restored.",
      "Example: trader migrate planning --to primary --dry-run"
    })
final class MigrateCommand implements Callable<Integer> {
  private static final int PORT_MAX = 65_535;

  private final Invocation invocation;

  @Parameters(paramLabel = "SERVICE", description = "Any but the gateway.")
  private String service = "";

  @Option(names = "--to", required = true, paramLabel = "DEVICE", description = "Its new home.")
  private String device = "";

  @Option(
      names = "--fleet",
      paramLabel = "FILE",
      description = "The list of all devices. Default: fleet.yaml.")
  private Path fleet = Path.of("fleet.yaml");

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Its gRPC port there. Default: the port that it has.")
  private @Nullable Integer port;

  @Option(
      names = "--blue-green",
      description =
          "The new one may be of another version; it is watched for a minute, and calls go back"
              + " to the old one by themselves when it is not well or its calls fail.")
  private boolean blueGreen;

  @Option(
      names = "--watch",
      paramLabel = "SECONDS",
      description = "How long the new one is watched. Default: 10, with --blue-green 60.")
  private @Nullable Integer watchSeconds;

  @Option(
      names = "--drain",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "How long everyone has to turn, 3 at least. Default: 5.")
  private int drainSeconds = 5;

  @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
  private boolean dryRun;

  MigrateCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Result<MoveReport> moved =
        wish().then(wish -> wish.service().isState() ? moveState(wish) : moveCompute(wish));
    return switch (moved) {
      case Result.Failure<MoveReport>(Problem problem) -> invocation.console().fail(problem);
      case Result.Success<MoveReport>(MoveReport report) -> {
        invocation.print(report, this::print);
        yield ExitCode.OK;
      }
    };
  }

  private Result<MoveWish> wish() {
    if (port != null && (port < 1 || port > PORT_MAX)) {
      return Result.failure(Problem.invalid("--port", "expected 1 to 65535, found " + port));
    }
    if (drainSeconds < 3) {
      return Result.failure(
          Problem.invalid("--drain", "expected 3 or more, found " + drainSeconds));
    }
    int watch = watchSeconds == null ? (blueGreen ? 60 : 10) : watchSeconds;
    return ServiceName.fromKey(service)
        .map(
            name ->
                Result.success(
                    new MoveWish(
                        name,
                        device,
                        port,
                        blueGreen,
                        Duration.ofSeconds(drainSeconds),
                        Duration.ofSeconds(watch))))
        .orElseGet(
            () ->
                Result.failure(
                    Problem.invalid("SERVICE", "expected a service, found '" + service + "'")));
  }

  /** What every move needs besides the wish. */
  private interface Mover {
    Result<MoveReport> move(Map<String, Device> devices, @Nullable TlsIdentity identity);
  }

  private Result<MoveReport> moveCompute(MoveWish wish) {
    return move(
        (devices, identity) -> {
          ComputeMove move =
              new ComputeMove(
                  wish,
                  devices,
                  invocation.sessionOptions().environment(),
                  new InstanceProbe(wish.service(), identity),
                  Pauses.real(),
                  invocation.console()::say);
          return dryRun ? move.plan() : move.run(ConfigStamp.now());
        });
  }

  private Result<MoveReport> moveState(MoveWish wish) {
    if (blueGreen) {
      return Result.failure(
          Problem.invalid(
              "--blue-green",
              wish.service().key() + " has state, which two processes never have at a time"));
    }
    return move(
        (devices, identity) -> {
          StateMove move =
              new StateMove(
                  wish,
                  devices,
                  invocation.sessionOptions().environment(),
                  name -> new InstanceProbe(name, identity),
                  new FleetOrders(identity),
                  Pauses.real(),
                  invocation.console()::say);
          return dryRun ? move.plan() : move.run(ConfigStamp.now());
        });
  }

  private Result<MoveReport> move(Mover mover) {
    SessionOptions options = invocation.sessionOptions();
    return ConfigLoader.load(
            options.deviceConfig(), options.servicesConfig(), options.environment())
        .then(config -> Identities.of(config.device()))
        .then(
            identity ->
                FleetList.read(fleet)
                    .then(homes -> mover.move(devices(homes), identity.orElse(null))));
  }

  private static Map<String, Device> devices(Map<String, DeviceHome> homes) {
    Map<String, Device> devices = new LinkedHashMap<>();
    homes.forEach((id, home) -> devices.put(id, Device.of(home)));
    return devices;
  }

  private void print(MoveReport report) {
    Console console = invocation.console();
    if (dryRun) {
      int number = 1;
      for (String step : report.steps()) {
        console.print(number + ". " + step);
        number++;
      }
      console.print("Nothing was changed.");
    } else {
      console.print(
          "%s lives on %s now, no longer on %s."
              .formatted(report.service(), report.to(), report.from()));
      if (ServiceName.fromKey(report.service()).filter(ServiceName::isState).isPresent()) {
        console.print(
            "Every account is halted. Compare, then: trader resume --reason TEXT"
                + " (--account ACCOUNT for each).");
      }
    }
  }
}
