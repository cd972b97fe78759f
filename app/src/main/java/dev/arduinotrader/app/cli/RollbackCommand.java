package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.fleet.Device;
import dev.arduinotrader.app.fleet.DeviceHome;
import dev.arduinotrader.app.fleet.FleetList;
import dev.arduinotrader.app.fleet.Processes;
import dev.arduinotrader.app.fleet.Rollback;
import dev.arduinotrader.app.fleet.RollbackReport;
import dev.arduinotrader.app.fleet.RollbackTarget;
import dev.arduinotrader.app.fleet.SingleDevice;
import dev.arduinotrader.app.session.SessionOptions;
import dev.arduinotrader.app.system.Identities;
import dev.arduinotrader.app.system.InstanceProbe;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ConfigLoader;
import dev.arduinotrader.platform.config.DeviceConfig;
import dev.arduinotrader.platform.time.Pauses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ways back to what worked. */
@Command(
    name = "rollback",
    description = "Go back: to an earlier configuration, or to one device that does everything.")
final class RollbackCommand {
  private static final Path FLEET = Path.of("fleet.yaml");

  private final Invocation invocation;

  RollbackCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Command(
      name = "config",
      description = {
        "Put an earlier configuration of the fleet back in place, and the processes with it.",
        "The present one is backed up first: twice is back again. What fails is undone.",
        "Example: trader rollback config --dry-run"
      })
  int config(
      @Option(
              names = "--to",
              paramLabel = "BACKUP",
              description = "Which, as --list names them. Default: the newest that differs.")
          @Nullable String name,
      @Option(names = "--list", description = "Name the backups, the newest first.") boolean list,
      @Option(
              names = "--fleet",
              paramLabel = "FILE",
              description = "The list of all devices. Default: fleet.yaml, else this device alone.")
          @Nullable Path fleet,
      @Option(
              names = "--drain",
              paramLabel = "SECONDS",
              defaultValue = "5",
              description = "How long running processes have to turn, 3 at least. Default: 5.")
          int drainSeconds,
      @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
          boolean dryRun) {
    if (drainSeconds < 3) {
      return invocation
          .console()
          .fail(Problem.invalid("--drain", "expected 3 or more, found " + drainSeconds));
    }
    Result<Map<String, Device>> devices = homes(fleet).map(RollbackCommand::devices);
    if (list) {
      return shown(devices.then(RollbackTarget::backUps), this::print);
    }
    Duration drain = Duration.ofSeconds(drainSeconds);
    return shown(
        devices.then(
            all ->
                RollbackTarget.find(all, name, invocation.environment())
                    .then(
                        target ->
                            dryRun
                                ? Result.success(Rollback.plan(target, all))
                                : back(all, target, drain))),
        report -> print(report, dryRun));
  }

  private Result<RollbackReport> back(
      Map<String, Device> devices, RollbackTarget target, Duration drain) {
    return target
        .device(target.then().keySet().iterator().next(), invocation.environment())
        .then(this::processes)
        .then(
            processes ->
                new Rollback(target, devices, processes, drain, invocation.console()::say)
                    .run(ConfigStamp.now()));
  }

  @Command(
      name = "single-device",
      description = {
        "Bring all services back to this device, which must have all the state, and restart them.",
        "The other devices are not asked. What fails is undone.",
        "Example: trader rollback single-device --dry-run"
      })
  int singleDevice(
      @Option(
              names = "--fleet",
              paramLabel = "FILE",
              description = "Where this device is described. Default: fleet.yaml, if it is there.")
          @Nullable Path fleet,
      @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
          boolean dryRun) {
    SessionOptions options = invocation.sessionOptions();
    Result<RollbackReport> report =
        ConfigLoader.load(options.deviceConfig(), options.servicesConfig(), options.environment())
            .then(config -> singleDevice(config.device(), fleet, dryRun));
    return shown(report, done -> print(done, dryRun));
  }

  private Result<RollbackReport> singleDevice(
      DeviceConfig own, @Nullable Path fleet, boolean dryRun) {
    return homes(fleet)
        .then(homes -> home(homes, own.id()))
        .then(
            home ->
                processes(own)
                    .map(
                        processes ->
                            new SingleDevice(
                                Device.of(home),
                                invocation.environment(),
                                processes,
                                invocation.console()::say)))
        .then(single -> dryRun ? single.plan() : single.run(ConfigStamp.now()));
  }

  private static Result<DeviceHome> home(Map<String, DeviceHome> homes, String id) {
    DeviceHome home = homes.get(id);
    return home == null
        ? Result.failure(
            Problem.invalid(
                "devices",
                "expected this device, %s, in the list of devices, found %s"
                    .formatted(id, homes.keySet())))
        : Result.success(home);
  }

  private Result<Map<String, DeviceHome>> homes(@Nullable Path fleet) {
    if (fleet != null || Files.exists(FLEET)) {
      return FleetList.read(fleet == null ? FLEET : fleet);
    }
    return OwnHome.of(invocation.sessionOptions()).map(home -> Map.of(home.id(), home));
  }

  private static Map<String, Device> devices(Map<String, DeviceHome> homes) {
    Map<String, Device> devices = new LinkedHashMap<>();
    homes.forEach((id, home) -> devices.put(id, Device.of(home)));
    return devices;
  }

  private Result<Processes> processes(DeviceConfig device) {
    return Identities.of(device)
        .map(
            identity ->
                new Processes(
                    service -> new InstanceProbe(service, identity.orElse(null)), Pauses.real()));
  }

  private <T> int shown(Result<T> result, Consumer<T> printer) {
    return switch (result) {
      case Result.Failure<T>(Problem problem) -> invocation.console().fail(problem);
      case Result.Success<T>(T value) -> {
        invocation.print(value, printer);
        yield ExitCode.OK;
      }
    };
  }

  private void print(List<String> names) {
    names.forEach(invocation.console()::print);
    if (names.isEmpty()) {
      invocation.console().print("There is no backup yet: each change by the program makes one.");
    }
  }

  private void print(RollbackReport report, boolean dryRun) {
    Console console = invocation.console();
    if (dryRun) {
      int number = 1;
      for (String step : report.steps()) {
        console.print(number + ". " + step);
        number++;
      }
      console.print("Nothing was changed.");
    } else {
      console.print("Back to " + report.to() + ".");
    }
    report.next().forEach(next -> console.print("Left to do: " + next));
  }
}
