package dev.arduinotrader.app.fleet;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ConfigFile.DeviceFile;
import dev.arduinotrader.platform.config.ConfigLoader;
import dev.arduinotrader.platform.config.DeviceConfig;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.placement.FleetCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An earlier configuration, checked as a whole fleet.
 *
 * @param name of the backup
 * @param now both files of every device as they are, readable or not
 * @param then both files of every device as they are to be
 * @param homesNow where everything lives; empty when the present files cannot be read
 * @param homesThen where everything will live
 */
public record RollbackTarget(
    String name,
    Map<String, Configuration> now,
    Map<String, Configuration> then,
    Optional<Homes> homesNow,
    Homes homesThen) {

  /** What a device's file will say, such as where its certificate is. */
  public Result<DeviceConfig> device(String id, Map<String, String> environment) {
    Configuration texts = Objects.requireNonNull(then.get(id), id);
    return MovedFiles.withFiles(
            Map.of(id, texts), files -> ConfigLoader.read(files.getFirst(), environment))
        .then(
            file ->
                file instanceof DeviceFile device
                    ? Result.success(device.device())
                    : Result.failure(
                        Problem.invalid(
                            "device.yaml", "expected a device file, found a services file")));
  }

  /** The names of all backups that any device keeps, the newest first. */
  public static Result<List<String>> backUps(Map<String, Device> devices) {
    TreeSet<String> names = new TreeSet<>();
    for (Device device : devices.values()) {
      switch (device.backUps()) {
        case Result.Success<List<String>>(List<String> found) -> names.addAll(found);
        case Result.Failure<List<String>>(Problem problem) -> {
          return Result.failure(problem);
        }
      }
    }
    return Result.success(List.copyOf(names.descendingSet()));
  }

  /**
   * The backup of a name, or the newest that differs from the present files.
   *
   * @return NO_CONFIG_BACKUP when there is none, ROLLBACK_REFUSED when state has moved since
   */
  public static Result<RollbackTarget> find(
      Map<String, Device> devices, @Nullable String name, Map<String, String> environment) {
    return present(devices)
        .then(
            now ->
                backUps(devices)
                    .then(
                        names -> {
                          List<String> wanted = name == null ? names : List.of(name);
                          for (String one : wanted) {
                            Result<Map<String, Configuration>> then = of(devices, one, now);
                            if (!(then instanceof Result.Success<Map<String, Configuration>>(var t)
                                && t.equals(now))) {
                              return then.then(files -> checked(one, now, files, environment));
                            }
                          }
                          return FleetReason.NO_CONFIG_BACKUP.failure(
                              "expected a backup that differs from the present configuration,"
                                  + " found "
                                  + (names.isEmpty() ? "none" : "the same in all of " + names));
                        }));
  }

  private static Result<Map<String, Configuration>> present(Map<String, Device> devices) {
    Map<String, Configuration> now = new LinkedHashMap<>();
    for (Device device : devices.values()) {
      switch (device.read()) {
        case Result.Success<Configuration>(Configuration texts) -> now.put(device.id(), texts);
        case Result.Failure<Configuration>(Problem problem) -> {
          return Result.failure(problem);
        }
      }
    }
    return Result.success(now);
  }

  /** A device without a backup of this name was not changed with the others. */
  private static Result<Map<String, Configuration>> of(
      Map<String, Device> devices, String name, Map<String, Configuration> now) {
    Map<String, Configuration> then = new LinkedHashMap<>(now);
    int found = 0;
    for (Device device : devices.values()) {
      Result<List<String>> names = device.backUps();
      if (names instanceof Result.Success<List<String>>(var known) && known.contains(name)) {
        switch (device.backUpOf(name)) {
          case Result.Success<Configuration>(Configuration texts) -> then.put(device.id(), texts);
          case Result.Failure<Configuration>(Problem problem) -> {
            return Result.failure(problem);
          }
        }
        found++;
      }
    }
    return found > 0
        ? Result.success(then)
        : FleetReason.NO_CONFIG_BACKUP.failure(
            "expected a backup '%s' of the configuration, found none\nMaybe see --list."
                .formatted(name));
  }

  private static Result<RollbackTarget> checked(
      String name,
      Map<String, Configuration> now,
      Map<String, Configuration> then,
      Map<String, String> environment) {
    return MovedFiles.withFiles(then, files -> FleetCheck.check(files, environment))
        .then(report -> Homes.of(then.values().iterator().next(), environment))
        .then(
            homes -> {
              Optional<Homes> before =
                  now.values().stream()
                      .map(texts -> Homes.of(texts, environment))
                      .filter(Result::isSuccess)
                      .map(Result::orElseThrow)
                      .findFirst();
              String refusal = before.map(known -> refusal(known, homes)).orElse("");
              return refusal.isEmpty()
                  ? Result.success(new RollbackTarget(name, now, then, before, homes))
                  : FleetReason.ROLLBACK_REFUSED.failure(refusal);
            });
  }

  /** Why files alone do not bring this back; empty when they do. */
  private static String refusal(Homes now, Homes then) {
    List<String> moved = new ArrayList<>();
    for (ServiceName name : ServiceName.values()) {
      if (name.isState() && !Objects.equals(then.places().get(name), now.places().get(name))) {
        moved.add(name.key());
      }
    }
    if (!moved.isEmpty()) {
      return "%s had another home then, and state does not follow files\n".formatted(moved)
          + "Maybe follow docs/operations.md, Moving state.";
    }
    return then.epoch() < now.epoch()
        ? ("the backup is of epoch %d, the fleet of epoch %d: state has moved since\n"
                + "Maybe change the single keys by hand.")
            .formatted(then.epoch(), now.epoch())
        : "";
  }
}
