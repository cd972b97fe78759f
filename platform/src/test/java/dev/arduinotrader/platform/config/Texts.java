package dev.arduinotrader.platform.config;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes configuration files for tests and reads what was found wrong with them. */
final class Texts {
  private Texts() {}

  static Path write(Path folder, String name, String text) {
    try {
      Files.createDirectories(folder);
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The faults of one file, without the folder that it is in. */
  static List<String> faults(Path folder, String name, String text) {
    Path file = write(folder, name, text);
    return faults(folder, ConfigLoader.read(file, Map.of()));
  }

  static List<String> faults(Path folder, Result<?> result) {
    return result.problemOrThrow().faults().stream()
        .map(Fault::toString)
        .map(fault -> fault.replace(folder + "/", ""))
        .toList();
  }

  /** Seven services on {@code primary}, one line each, planning on line 2. */
  static String sevenServices() {
    return """
    services:
      planning: {device_id: primary}
      scoring: {device_id: primary}
      optimization: {device_id: primary}
      portfolio: {device_id: primary}
      trading: {device_id: primary}
      universe: {device_id: primary}
      gateway: {device_id: primary}
    """;
  }
}
