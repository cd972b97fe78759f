package dev.arduinotrader.app.fleet;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.config.YamlEdit;
import dev.arduinotrader.platform.placement.FleetCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Brings all services back to the device that keeps the state, without asking the others, which may
 * be out of reach. What fails on the way is undone.
 */
public final class SingleDevice {
  /** The pid file of all services of a device in one process, as the scripts name it. */
  private static final String WHOLE = "trader";

  private final Device device;
  private final Map<String, String> environment;
  private final Processes processes;
  private final Consumer<String> progress;
  private final List<String> steps = new ArrayList<>();

  /**
   * @param device the one that is to do everything
   * @param environment the variables that its files may refer to
   * @param progress hears of every step when it is done
   */
  public SingleDevice(
      Device device,
      Map<String, String> environment,
      Processes processes,
      Consumer<String> progress) {
    this.device = device;
    this.environment = environment;
    this.processes = processes;
    this.progress = progress;
  }

  /** Both files of the device, now and then. */
  private record Files(Configuration now, Configuration then, Homes before, Homes after) {
    Set<String> others(String here) {
      Set<String> devices = new TreeSet<>();
      before.all().forEach(place -> devices.add(place.device()));
      devices.remove(here);
      return devices;
    }
  }

  /** What would be done; nothing is changed. */
  public Result<RollbackReport> plan() {
    return files()
        .map(
            files ->
                report(
                    List.of(
                        "back up the configuration of " + device.id(),
                        "let all seven services live on " + device.id(),
                        "stop the services of %s, start them all in one process, and wait until"
                                .formatted(device.id())
                            + " they are well"),
                    next(files)));
  }

  /**
   * Brings everything back.
   *
   * @param stamp the name of the backup of the present configuration
   */
  public Result<RollbackReport> run(String stamp) {
    return files().then(files -> run(files, stamp));
  }

  private Result<RollbackReport> run(Files files, String stamp) {
    Undoing undoing = new Undoing(progress);
    Result<Done> done =
        device
            .backUp(stamp)
            .then(
                backedUp -> {
                  say("backed up the present configuration as " + stamp);
                  return restarted(files, undoing);
                });
    return switch (done) {
      case Result.Failure<Done>(Problem problem) -> undoing.because(problem);
      case Result.Success<Done> success -> Result.success(report(steps, next(files)));
    };
  }

  private Result<Done> restarted(Files files, Undoing undoing) {
    List<String> running = running();
    boolean foreign =
        running.isEmpty() && files.before().on(device.id()).stream().anyMatch(processes::answers);
    if (foreign) {
      return FleetReason.ROLLBACK_REFUSED.failure(
          "the services of %s were started by something else than the scripts\n"
                  .formatted(device.id())
              + "Maybe stop them (systemctl stop arduino-trader), do this, and start them again.");
    }
    for (String name : running) {
      undoing.add(
          name + " runs as before",
          () -> device.start(name.equals(WHOLE) ? "run" : "serve " + name, name));
    }
    undoing.add("the configuration", () -> device.write(files.now()));
    undoing.add("no process of everything", () -> device.stop(WHOLE).map(stopped -> Done.DONE));
    for (String name : running) {
      if (device.stop(name) instanceof Result.Failure<Boolean>(Problem problem)) {
        return Result.failure(problem);
      }
    }
    say("stopped " + (running.isEmpty() ? "nothing, for nothing ran" : String.join(", ", running)));
    return device
        .write(files.then())
        .then(written -> device.start("run", WHOLE))
        .then(started -> processes.await(device, WHOLE, files.after().all()))
        .map(
            well -> {
              say("all seven services are well on " + device.id());
              return well;
            });
  }

  private List<String> running() {
    return Stream.concat(Stream.of(WHOLE), Stream.of(ServiceName.values()).map(ServiceName::key))
        .filter(
            name ->
                device.isRunning(name) instanceof Result.Success<Boolean>(Boolean there) && there)
        .toList();
  }

  private void say(String step) {
    steps.add(step);
    progress.accept(step);
  }

  private RollbackReport report(List<String> done, List<String> next) {
    return new RollbackReport("single-device", done, next);
  }

  private List<String> next(Files files) {
    return files.others(device.id()).stream()
        .map(other -> "stop what runs on %s, when it is reached: nobody calls it".formatted(other))
        .toList();
  }

  private Result<Files> files() {
    return device.read().then(now -> Homes.of(now, environment).then(before -> files(now, before)));
  }

  private Result<Files> files(Configuration now, Homes before) {
    List<String> elsewhere = new ArrayList<>();
    before.all().stream()
        .filter(place -> place.service().isState() && !place.device().equals(device.id()))
        .forEach(place -> elsewhere.add(place.service().key() + " on " + place.device()));
    if (!elsewhere.isEmpty()) {
      return FleetReason.ROLLBACK_REFUSED.failure(
          "expected all state on %s, found %s\n"
                  .formatted(device.id(), String.join(", ", elsewhere))
              + "Maybe do this there, or follow docs/operations.md, Moving state.");
    }
    Configuration then = changed(now, before);
    return MovedFiles.withFiles(
            Map.of(device.id(), then), all -> FleetCheck.check(all, environment))
        .then(report -> Homes.of(then, environment))
        .map(after -> new Files(now, then, before, after));
  }

  private Configuration changed(Configuration now, Homes before) {
    String services = now.services();
    for (ServiceName name : ServiceName.values()) {
      List<String> service = List.of("services", name.key());
      services = YamlEdit.set(services, key(service, "mode"), "local");
      services = YamlEdit.set(services, key(service, "device_id"), device.id());
      if (YamlEdit.has(services, key(service, "instances"))) {
        services =
            YamlEdit.set(
                services,
                key(service, "instances"),
                "[{device_id: %s, port: %d}]".formatted(device.id(), before.port(name)));
      }
    }
    return new Configuration(MovedFiles.withRoles(now.device(), List.of("all")), services);
  }

  private static List<String> key(List<String> path, String key) {
    List<String> longer = new ArrayList<>(path);
    longer.add(key);
    return longer;
  }
}
