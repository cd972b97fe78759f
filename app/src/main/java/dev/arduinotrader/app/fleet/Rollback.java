package dev.arduinotrader.app.fleet;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Puts an earlier configuration in the place of the present one, and the processes with it: what
 * lived elsewhere then works there before anybody is turned to it. What fails on the way is undone.
 */
public final class Rollback {
  private final RollbackTarget target;
  private final Map<String, Device> devices;
  private final Processes processes;
  private final Duration drain;
  private final Consumer<String> progress;
  private final Undoing undoing;
  private final List<String> steps = new ArrayList<>();

  /**
   * @param drain how long running processes have to turn
   * @param progress hears of every step when it is done
   */
  public Rollback(
      RollbackTarget target,
      Map<String, Device> devices,
      Processes processes,
      Duration drain,
      Consumer<String> progress) {
    this.target = target;
    this.devices = devices;
    this.processes = processes;
    this.drain = drain;
    this.progress = progress;
    this.undoing = new Undoing(progress);
  }

  /** What would be done; nothing is changed. */
  public static RollbackReport plan(RollbackTarget target, Map<String, Device> devices) {
    List<String> steps = new ArrayList<>();
    String all = String.join(", ", devices.keySet());
    steps.add("back up the configuration of " + all);
    back(target).forEach(place -> steps.add("start " + words(place) + ", unless it answers"));
    steps.add("put the files of %s in place on %s".formatted(target.name(), all));
    left(target).forEach(place -> steps.add("stop " + words(place)));
    steps.add("start what does not answer, and wait until everything is well");
    return new RollbackReport(target.name(), steps, List.of());
  }

  private static String words(Homes.Place place) {
    return place.service().key() + " on " + place.device();
  }

  private static List<Homes.Place> back(RollbackTarget target) {
    return target.homesNow().map(now -> target.homesThen().without(now)).orElse(List.of());
  }

  private static List<Homes.Place> left(RollbackTarget target) {
    return target.homesNow().map(now -> now.without(target.homesThen())).orElse(List.of());
  }

  /**
   * Goes back.
   *
   * @param stamp the name of the backups of the present configuration
   */
  public Result<RollbackReport> run(String stamp) {
    List<Homes.Place> started = new ArrayList<>();
    Result<Done> done =
        backUp(stamp)
            .then(next -> startMoved(started))
            .then(next -> turn())
            .then(next -> startSilent());
    if (done instanceof Result.Failure<Done>(Problem problem)) {
      return undoing.because(problem);
    }
    started.forEach(this::join);
    stopLeft();
    return Result.success(
        new RollbackReport(target.name(), steps, processes.unwell(target.homesThen().all())));
  }

  private void say(String step) {
    steps.add(step);
    progress.accept(step);
  }

  private Result<Done> backUp(String stamp) {
    for (Device device : devices.values()) {
      if (device.backUp(stamp) instanceof Result.Failure<Done>(Problem problem)) {
        return Result.failure(problem);
      }
    }
    say("backed up the present configuration as " + stamp);
    return Result.success(Done.DONE);
  }

  private Result<Done> startMoved(List<Homes.Place> started) {
    for (Homes.Place place : back(target)) {
      Device home = devices.get(place.device());
      if (home != null && !processes.answers(place)) {
        String name = place.service().key();
        undoing.add("no " + words(place), () -> home.stop(name).map(stopped -> Done.DONE));
        Result<Done> works =
            home.start("serve " + name, name, files(target.then(), home.id()))
                .then(done -> processes.await(home, name, List.of(place)));
        if (!works.isSuccess()) {
          return works;
        }
        started.add(place);
        say("started " + words(place));
      }
    }
    return Result.success(Done.DONE);
  }

  private Result<Done> turn() {
    undoing.add("the configuration", () -> write(target.now()));
    return write(target.then())
        .map(
            done -> {
              say("put the files of %s in place".formatted(target.name()));
              processes.pause(drain);
              return done;
            });
  }

  private Result<Done> write(Map<String, Configuration> fleet) {
    for (Device device : devices.values()) {
      if (device.write(files(fleet, device.id())) instanceof Result.Failure<Done>(var problem)) {
        return Result.failure(problem);
      }
    }
    return Result.success(Done.DONE);
  }

  /** A device of which nothing answers had no process that could take the files. */
  private Result<Done> startSilent() {
    for (Device device : devices.values()) {
      List<Homes.Place> here = target.homesThen().on(device.id());
      if (!here.isEmpty() && here.stream().noneMatch(processes::answers)) {
        undoing.add(
            "no process on " + device.id(), () -> device.stop("trader").map(done -> Done.DONE));
        Result<Done> works =
            device.start("run", "trader").then(done -> processes.await(device, "trader", here));
        if (!works.isSuccess()) {
          return works;
        }
        say("started the services of " + device.id());
      }
    }
    return Result.success(Done.DONE);
  }

  private void join(Homes.Place place) {
    if (device(place.device()).join(place.service().key())
        instanceof Result.Failure<Done>(Problem problem)) {
      say("warning: %s keeps files of its own: %s".formatted(words(place), problem.message()));
    }
  }

  private void stopLeft() {
    for (Homes.Place place : left(target)) {
      Device home = devices.get(place.device());
      if (home == null) {
        say("warning: %s is not in the list of devices: stop it by hand".formatted(words(place)));
        continue;
      }
      say(
          switch (home.stop(place.service().key())) {
            case Result.Success<Boolean>(Boolean stopped) when stopped -> "stopped " + words(place);
            case Result.Success<Boolean> hostedWithOthers ->
                words(place) + " is no process of its own: it stays, uncalled";
            case Result.Failure<Boolean>(Problem problem) ->
                "warning: %s was not stopped: %s".formatted(words(place), problem.message());
          });
    }
  }

  private Device device(String id) {
    return Objects.requireNonNull(devices.get(id), id);
  }

  private static Configuration files(Map<String, Configuration> fleet, String id) {
    return Objects.requireNonNull(fleet.get(id), id);
  }
}
