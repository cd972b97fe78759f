package dev.arduinotrader.platform.config;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Notices when the files of a running configuration change. It compares contents, not times, and
 * takes a change only when two looks in a row have seen the same: files are seldom written at once,
 * and a change of device and services is one of two files.
 */
public final class ConfigWatch {
  private static final String MISSING = "\0missing";

  private final List<Path> files;
  private final Supplier<Result<LoadedConfig>> loading;
  private List<String> taken;
  private List<String> before;

  /**
   * Begins with what the files hold now.
   *
   * @param running the configuration that was read from the files
   * @param loading reads them again, in the same way
   */
  public ConfigWatch(LoadedConfig running, Supplier<Result<LoadedConfig>> loading) {
    this.files = running.sources().files();
    this.loading = loading;
    this.taken = contents();
    this.before = taken;
  }

  /**
   * Looks once.
   *
   * @return the new configuration or every fault in it; empty when nothing has changed since the
   *     last answer, or something is still being written
   */
  public synchronized Optional<Result<LoadedConfig>> look() {
    List<String> now = contents();
    boolean settled = now.equals(before);
    before = now;
    if (!settled || now.equals(taken)) {
      return Optional.empty();
    }
    taken = now;
    List<Fault> removed = removed(now);
    return Optional.of(
        removed.isEmpty() ? loading.get() : Result.failure(Problem.invalid(removed)));
  }

  /** A file that is gone is a fault, never a wish for the built-in defaults. */
  private List<Fault> removed(List<String> contents) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (contents.get(i).equals(MISSING)) {
        faults.add(
            new Fault(
                files.get(i).toString(),
                "expected the file that this process was started with, found none; Maybe put it"
                    + " back."));
      }
    }
    return faults;
  }

  private List<String> contents() {
    return files.stream().map(ConfigWatch::content).toList();
  }

  private static String content(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return Files.exists(file) ? "\0unreadable: " + e : MISSING;
    }
  }
}
