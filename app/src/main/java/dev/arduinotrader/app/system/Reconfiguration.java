package dev.arduinotrader.app.system;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ConfigWatch;
import dev.arduinotrader.platform.config.LoadedConfig;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.placement.Placement;
import dev.arduinotrader.platform.placement.PlacementChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a changed configuration into the running process: turns its calls to the new homes, says
 * what needs a restart, and keeps the old configuration when the new one is at fault.
 */
final class Reconfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(Reconfiguration.class);

  private final Placement started;
  private final Consumer<Placement> turning;
  private volatile List<String> warnings = List.of();

  /**
   * @param started the placement with which the process was started
   * @param turning is given each new placement
   */
  Reconfiguration(Placement started, Consumer<Placement> turning) {
    this.started = started;
    this.turning = turning;
  }

  /** Looks at the files once and takes what has changed. */
  void look(ConfigWatch files) {
    Optional<Result<LoadedConfig>> changed = files.look();
    changed.ifPresent(this::take);
  }

  private void take(Result<LoadedConfig> changed) {
    switch (changed) {
      case Result.Failure<LoadedConfig>(Problem problem) -> reject(problem);
      case Result.Success<LoadedConfig>(LoadedConfig config) -> {
        switch (Placement.of(config, servedStill(config))) {
          case Result.Failure<Placement>(Problem problem) -> reject(problem);
          case Result.Success<Placement>(Placement wanted) -> take(config, wanted);
        }
      }
    }
  }

  /** The one service of this process, unless it has moved away, which is no fault of the files. */
  private @Nullable ServiceName servedStill(LoadedConfig config) {
    ServiceName only = started.serveOnly();
    return only != null && config.services().service(only).livesOn(config.device().id())
        ? only
        : null;
  }

  private void take(LoadedConfig config, Placement wanted) {
    PlacementChange change = PlacementChange.between(started, wanted);
    turning.accept(change.next());
    List<String> news = new ArrayList<>();
    for (Fault restart : change.restarts()) {
      news.add("configuration: " + config.sources().locate(restart));
    }
    warnings = List.copyOf(news);
    LOG.info("took the changed configuration: {}", config.sources().text());
    warnings.forEach(LOG::warn);
  }

  private void reject(Problem problem) {
    List<String> faults = new ArrayList<>();
    for (Fault fault : problem.faults()) {
      faults.add("the changed configuration is not used: " + fault);
    }
    warnings =
        faults.isEmpty()
            ? List.of("the changed configuration is not used: " + problem)
            : List.copyOf(faults);
    warnings.forEach(LOG::error);
  }

  /** What a person should look after; empty when the files are what the process runs by. */
  List<String> warnings() {
    return warnings;
  }
}
