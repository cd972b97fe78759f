package dev.arduinotrader.app.fleet;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.time.Pauses;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Moves portfolio, trading or universe: everything is halted, the old one stopped and its state
 * brought away before a new one begins. At no time can two processes have the state, and no order
 * leaves until its owner has compared and resumes. What fails on the way is undone.
 */
public final class StateMove {
  private final MoveWish wish;
  private final Map<String, Device> devices;
  private final Map<String, String> environment;
  private final Function<ServiceName, Instance> probes;
  private final Orders orders;
  private final Pauses pauses;
  private final Consumer<String> progress;

  /**
   * @param devices all devices of the fleet, by id
   * @param environment the variables that configuration files may refer to
   * @param probes looks at the processes that host a service
   * @param progress hears of every step when it is done
   */
  public StateMove(
      MoveWish wish,
      Map<String, Device> devices,
      Map<String, String> environment,
      Function<ServiceName, Instance> probes,
      Orders orders,
      Pauses pauses,
      Consumer<String> progress) {
    this.wish = wish;
    this.devices = devices;
    this.environment = environment;
    this.probes = probes;
    this.orders = orders;
    this.pauses = pauses;
    this.progress = progress;
  }

  /** What would be done; nothing is changed. */
  public Result<MoveReport> plan() {
    String name = wish.service().key();
    return files()
        .map(
            files ->
                new MoveReport(
                    name,
                    files.moved().from(),
                    wish.to(),
                    List.of(
                        "back up the configuration of " + String.join(", ", devices.keySet()),
                        "halt every account",
                        "stop %s on %s".formatted(name, files.moved().from()),
                        "copy its state and prove the copy; the old one is kept and not opened"
                            + " again",
                        "bring the copy to %s and prove it again".formatted(wish.to()),
                        "turn the configuration of %s, by epoch %d"
                            .formatted(String.join(", ", devices.keySet()), files.epoch()),
                        "start %s on %s and wait until it is healthy at %s"
                            .formatted(name, wish.to(), files.moved().newEndpoint().authority()),
                        "compare every account with its broker; all stay halted")));
  }

  /**
   * Moves.
   *
   * @param stamp the name of the move, and of the backups of the configuration
   */
  public Result<MoveReport> run(String stamp) {
    return files()
        .then(
            files -> {
              StateMoveTools tools =
                  new StateMoveTools(
                      devices,
                      new HealthyWait(probes.apply(wish.service()), pauses),
                      new Processes(probes, pauses),
                      orders,
                      pauses,
                      progress);
              StateMoveWork work = new StateMoveWork(wish, files, tools, stamp);
              return switch (work.run()) {
                case Result.Failure<MoveReport>(Problem problem) -> work.undone(problem);
                case Result.Success<MoveReport> done -> done;
              };
            });
  }

  private Result<StateFiles> files() {
    return Device.readAll(devices.values())
        .then(
            now ->
                MovedFiles.of(wish, now, environment)
                    .then(moved -> StateFiles.of(now, moved, environment)));
  }
}
