package dev.arduinotrader.app.fleet;

import dev.arduinotrader.app.backup.Handover;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ServiceName;
import java.util.ArrayList;
import java.util.List;

/** One move of state, step by step, each with the way back. */
final class StateMoveWork {
  private final MoveWish wish;
  private final StateFiles files;
  private final StateMoveTools tools;
  private final String stamp;
  private final Undoing undoing;
  private final ServiceName service;
  private final String name;
  private final Device from;
  private final Device target;
  private final List<String> steps = new ArrayList<>();
  private boolean stateMayBeThere;
  private boolean stateIsHere = true;
  private String process = "";

  StateMoveWork(MoveWish wish, StateFiles files, StateMoveTools tools, String stamp) {
    this.wish = wish;
    this.files = files;
    this.tools = tools;
    this.stamp = stamp;
    this.undoing = new Undoing(tools.progress());
    this.service = wish.service();
    this.name = service.key();
    this.from = tools.device(files.moved().from());
    this.target = tools.device(wish.to());
  }

  Result<MoveReport> run() {
    return tools
        .each(device -> device.backUp(stamp))
        .map(
            done ->
                said("backed up the configuration of %d devices".formatted(tools.devices().size())))
        .then(done -> targetIsFree())
        .then(done -> tools.healthy().seen(files.moved().oldEndpoint()))
        .then(old -> halt().then(done -> bring()).then(done -> turn()).then(done -> begin(old)))
        .map(done -> finish());
  }

  Result<MoveReport> undone(Problem problem) {
    return undoing.because(problem);
  }

  private Done said(String step) {
    steps.add(step);
    tools.progress().accept(step);
    return Done.DONE;
  }

  private Result<Done> targetIsFree() {
    return target
        .isRunning(name)
        .then(
            running ->
                running
                    ? FleetReason.MOVE_REFUSED.failure(name + " runs on " + wish.to() + " already")
                    : Result.success(Done.DONE));
  }

  private Result<Done> halt() {
    String why = "%s moves from %s to %s".formatted(name, from.id(), wish.to());
    List<AccountId> halted = new ArrayList<>();
    undoing.add(
        "orders may leave as before",
        () ->
            stateIsHere
                ? tools.insist(
                    () -> tools.orders().resume(files.oldPlaces(), halted, "undone: " + why))
                : FleetReason.MOVE_REFUSED.failure(
                    "all accounts stay halted while it is open where the state is"));
    return tools
        .orders()
        .halt(files.oldPlaces(), why, halted::add)
        .map(done -> said("halted every account; %d were not before".formatted(halted.size())));
  }

  /** The old one is stopped, then its state is given away, then taken. */
  private Result<Done> bring() {
    return from.state()
        .processOf(service)
        .then(this::stop)
        .then(done -> leave())
        .then(done -> arrive());
  }

  private Result<Done> stop(String hosting) {
    process = hosting;
    if (hosting.isEmpty()) {
      return Result.success(said("no pid file of %s on %s".formatted(name, from.id())));
    }
    undoing.add(hosting + " runs on " + from.id() + " as before", this::startAgain);
    return from.state()
        .rememberStart(hosting)
        .then(done -> from.stop(hosting))
        .map(
            stopped ->
                said(
                    "stopped %s on %s"
                        .formatted(hosting.equals(name) ? name : "all services", from.id())));
  }

  private Result<Done> startAgain() {
    return stateIsHere
        ? startAgain(files.homesBefore()).then(done -> from.state().forgetStart(process))
        : FleetReason.MOVE_REFUSED.failure("not while the state may be on " + wish.to());
  }

  /**
   * Starts the process that was stopped, and waits until all that it hosts is well. The one of all
   * services hosts what has moved here too, which until now was a process of its own.
   */
  private Result<Done> startAgain(Homes homes) {
    boolean own = process.equals(name);
    List<Homes.Place> hosted =
        homes.on(from.id()).stream().filter(place -> !own || place.service() == service).toList();
    Result<Done> free = Result.success(Done.DONE);
    for (Homes.Place place : hosted) {
      String single = place.service().key();
      free = free.then(done -> from.stop(single)).map(stopped -> Done.DONE);
    }
    return free.then(done -> from.state().startAgain(process))
        .then(done -> tools.processes().await(from, process, hosted));
  }

  private Result<Done> leave() {
    undoing.add(
        "the state of " + name + " is on " + from.id(),
        () ->
            stateMayBeThere
                ? FleetReason.MOVE_REFUSED.failure("not while it may be on " + wish.to())
                : from.state()
                    .stay(service, stamp)
                    .map(
                        done -> {
                          stateIsHere = true;
                          return done;
                        }));
    stateIsHere = false;
    return from.state()
        .leave(service, stamp, wish.to())
        .map(
            copy ->
                said(
                    "copied and proved the state; %s no longer opens it\n%s"
                        .formatted(from.id(), copy.strip())));
  }

  private Result<Done> arrive() {
    undoing.add(
        "no state of " + name + " on " + wish.to(),
        () ->
            target
                .state()
                .withdraw(service, stamp)
                .map(
                    done -> {
                      stateMayBeThere = false;
                      return done;
                    }));
    return target
        .state()
        .fetch(from.state(), service, stamp)
        .then(
            done -> {
              stateMayBeThere = true;
              return target.state().arrive(service, stamp);
            })
        .map(copy -> said("brought the copy to %s and proved it again".formatted(wish.to())));
  }

  private Result<Done> turn() {
    undoing.add("the configuration, by epoch " + files.epoch(), () -> tools.write(files.before()));
    return tools
        .write(files.moved().files())
        .map(
            done ->
                said(
                    "turned the configuration to %s, by epoch %d"
                        .formatted(files.moved().newEndpoint().authority(), files.epoch())));
  }

  private Result<Done> begin(Instance.Seen old) {
    undoing.add("no " + name + " on " + wish.to(), () -> target.end(name));
    return target
        .start("serve " + name, name)
        .then(done -> restartTheOthers())
        .then(done -> tools.healthy().until(target, name, files.moved().newEndpoint()))
        .then(seen -> same(old, seen))
        .then(done -> tools.insist(() -> tools.orders().compare(files.newPlaces())))
        .map(
            found -> {
              found.forEach(this::said);
              return Done.DONE;
            });
  }

  private Result<Done> restartTheOthers() {
    if (process.isEmpty() || process.equals(name)) {
      return Result.success(Done.DONE);
    }
    undoing.add(
        "nothing of " + from.id() + " runs by the new configuration",
        () -> from.stop(process).map(stopped -> Done.DONE));
    return startAgain(files.homesAfter())
        .map(done -> said("started the other services of " + from.id() + " again"));
  }

  private Result<Done> same(Instance.Seen old, Instance.Seen fresh) {
    return old.version().equals(fresh.version()) && old.contractHash().equals(fresh.contractHash())
        ? Result.success(said("started %s on %s: %s".formatted(name, wish.to(), fresh.reason())))
        : FleetReason.MOVE_REFUSED.failure(
            "expected %s %s on %s as on %s, found %s or other contracts\nMaybe install the same version first."
                .formatted(name, old.version(), wish.to(), from.id(), fresh.version()));
  }

  /** The new one has the state: nothing here is undone any more. */
  private MoveReport finish() {
    warn(from.state().leftForGood(service, stamp), "the old copy is not marked for good");
    warn(target.state().removeCopy(service, stamp), "a copy is left on " + wish.to());
    if (!process.isEmpty()) {
      warn(from.state().forgetStart(process), "notes on how it was started are left");
    }
    said(
        "the old state is kept on %s in data/%s"
            .formatted(from.id(), Handover.folderName(service, stamp)));
    return new MoveReport(name, from.id(), wish.to(), steps);
  }

  private void warn(Result<Done> tidied, String trouble) {
    if (tidied instanceof Result.Failure<Done>(Problem problem)) {
      said("warning: " + trouble + ": " + problem.message());
    }
  }
}
