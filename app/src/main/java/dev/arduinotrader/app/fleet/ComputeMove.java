package dev.arduinotrader.app.fleet;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.time.Pauses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Moves a compute service while it is called: the new one works before anybody is turned to it, and
 * the old one until nobody calls it any more. What fails on the way is undone.
 */
public final class ComputeMove {
  private static final Duration LOOK_INTERVAL = Duration.ofMillis(500);

  private final MoveWish wish;
  private final Map<String, Device> devices;
  private final Map<String, String> environment;
  private final Instance instance;
  private final Pauses pauses;
  private final Consumer<String> progress;
  private final List<String> steps = new ArrayList<>();

  /**
   * @param devices all devices of the fleet, by id
   * @param environment the variables that configuration files may refer to
   * @param progress hears of every step when it is done
   */
  public ComputeMove(
      MoveWish wish,
      Map<String, Device> devices,
      Map<String, String> environment,
      Instance instance,
      Pauses pauses,
      Consumer<String> progress) {
    this.wish = wish;
    this.devices = devices;
    this.environment = environment;
    this.instance = instance;
    this.pauses = pauses;
    this.progress = progress;
  }

  /** What would be done; nothing is changed. */
  public Result<MoveReport> plan() {
    return Device.readAll(devices.values())
        .then(now -> MovedFiles.of(wish, now, environment))
        .map(
            moved -> {
              String name = wish.service().key();
              return new MoveReport(
                  name,
                  moved.from(),
                  wish.to(),
                  List.of(
                      "back up the configuration of " + String.join(", ", devices.keySet()),
                      "start %s on %s and wait until it is healthy at %s"
                          .formatted(name, wish.to(), moved.newEndpoint().authority()),
                      "compare version and contracts with the one at "
                          + moved.oldEndpoint().authority(),
                      "turn the configuration of " + String.join(", ", devices.keySet()),
                      "watch the new one for %d s".formatted(watched().toSeconds()),
                      "let the one on " + moved.from() + " finish its calls and stop it"));
            });
  }

  /**
   * Moves.
   *
   * @param stamp the name of the backups of the configuration
   */
  public Result<MoveReport> run(String stamp) {
    return Device.readAll(devices.values())
        .then(
            now ->
                MovedFiles.of(wish, now, environment)
                    .then(moved -> new Work(now, moved, new Undoing(progress)).run(stamp)));
  }

  private Duration watched() {
    return wish.watch().compareTo(wish.drain()) < 0 ? wish.drain() : wish.watch();
  }

  private void say(String step) {
    steps.add(step);
    progress.accept(step);
  }

  /** One move, whose files are known. */
  private final class Work {
    private final Map<String, Configuration> before;
    private final MovedFiles moved;
    private final Undoing undoing;
    private final String name = wish.service().key();

    Work(Map<String, Configuration> before, MovedFiles moved, Undoing undoing) {
      this.before = before;
      this.moved = moved;
      this.undoing = undoing;
    }

    Result<MoveReport> run(String stamp) {
      Result<Done> done =
          backUp(stamp)
              .then(next -> start())
              .then(this::compare)
              .then(this::turn)
              .then(this::watch);
      return switch (done) {
        case Result.Failure<Done>(Problem problem) -> undoing.because(problem);
        case Result.Success<Done> success -> finish();
      };
    }

    private Device target() {
      return device(wish.to());
    }

    private Result<Done> backUp(String stamp) {
      return each(device -> device.backUp(stamp))
          .map(
              done -> {
                say("backed up the configuration of %d devices".formatted(devices.size()));
                return done;
              });
    }

    private Result<Instance.Seen> start() {
      if (target().isRunning(name) instanceof Result.Success<Boolean>(Boolean there) && there) {
        return FleetReason.MOVE_REFUSED.failure(name + " runs on " + wish.to() + " already");
      }
      undoing.add("no " + name + " on " + wish.to(), () -> target().end(name));
      return target()
          .start("serve " + name, name, files(moved.files(), wish.to()))
          .then(started -> awaitHealthy());
    }

    private Result<Instance.Seen> awaitHealthy() {
      return new HealthyWait(instance, pauses)
          .until(target(), name, moved.newEndpoint())
          .map(
              seen -> {
                say("started %s on %s: %s".formatted(name, wish.to(), seen.reason()));
                return seen;
              });
    }

    /** An old one that does not answer has nothing to compare with, and is all the less kept. */
    private Result<Done> compare(Instance.Seen fresh) {
      if (new HealthyWait(instance, pauses).seen(moved.oldEndpoint())
              instanceof Result.Success<Instance.Seen>(var old)
          && !(old.version().equals(fresh.version())
              && old.contractHash().equals(fresh.contractHash()))) {
        String difference =
            "the new %s is version %s, the old one %s%s"
                .formatted(
                    name,
                    fresh.version(),
                    old.version(),
                    old.contractHash().equals(fresh.contractHash()) ? "" : ", by other contracts");
        if (!wish.otherProgram()) {
          return FleetReason.MOVE_REFUSED.failure(
              difference + "\nMaybe move with --blue-green, which allows it.");
        }
        say(difference);
        return Result.success(Done.DONE);
      }
      say("version and contracts are those of the old one");
      return Result.success(Done.DONE);
    }

    private Result<Done> turn(Done compared) {
      undoing.add(
          "all calls go to " + moved.oldEndpoint().authority(),
          () ->
              each(device -> device.write(files(before, device.id())))
                  .map(
                      done -> {
                        pauses.pause(wish.drain());
                        return done;
                      }));
      return each(device -> device.write(files(moved.files(), device.id())))
          .map(
              done -> {
                say("turned the configuration to " + moved.newEndpoint().authority());
                return done;
              });
    }

    private Result<Done> watch(Done turned) {
      NewOneWatch watch = new NewOneWatch(instance, moved.newEndpoint());
      long looks = Math.max(1, watched().dividedBy(LOOK_INTERVAL));
      for (long look = 0; look < looks; look++) {
        pauses.pause(LOOK_INTERVAL);
        String fault = watch.look();
        if (!fault.isEmpty()) {
          return FleetReason.MOVE_REFUSED.failure(
              "the new %s is no good: %s".formatted(name, fault));
        }
      }
      say("watched the new one: " + watch.summary());
      return Result.success(Done.DONE);
    }

    /** Nothing here can harm calls any more, so that nothing is undone either. */
    private Result<MoveReport> finish() {
      if (target().join(name) instanceof Result.Failure<Done>(Problem problem)) {
        say("warning: the new one keeps files of its own: " + problem.message());
      }
      say(
          switch (device(moved.from()).stop(name)) {
            case Result.Success<Boolean>(Boolean stopped) when stopped ->
                "stopped %s on %s".formatted(name, moved.from());
            case Result.Success<Boolean> hostedWithOthers ->
                "%s on %s is no process of its own: it stays, uncalled, until its process starts"
                        .formatted(name, moved.from())
                    + " anew";
            case Result.Failure<Boolean>(Problem problem) ->
                "warning: the old one was not stopped: " + problem.message();
          });
      return Result.success(new MoveReport(name, moved.from(), wish.to(), steps));
    }

    private Result<Done> each(java.util.function.Function<Device, Result<Done>> work) {
      Result<Done> all = Result.success(Done.DONE);
      for (Device device : devices.values()) {
        all = all.then(done -> work.apply(device));
      }
      return all;
    }

    private Device device(String id) {
      return Objects.requireNonNull(devices.get(id), id);
    }

    private static Configuration files(Map<String, Configuration> fleet, String id) {
      return Objects.requireNonNull(fleet.get(id), id);
    }
  }
}
