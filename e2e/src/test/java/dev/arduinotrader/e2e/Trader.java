package dev.arduinotrader.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs the program as its user would, in one working folder. */
final class Trader {
  private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(90);

  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();
  private int runs;

  Trader(Path folder) {
    this.folder = folder;
  }

  /** The outcome of a command that has ended. */
  record Outcome(int exitCode, String out, String err) {
    JsonNode json() {
      try {
        return Json.mapper().readTree(out);
      } catch (JsonProcessingException e) {
        throw new AssertionError("expected JSON, found: " + out + "\n" + err, e);
      }
    }

    Outcome succeeded() {
      if (exitCode != 0) {
        throw new AssertionError("exit code " + exitCode + "\n" + out + "\n" + err);
      }
      return this;
    }
  }

  Trader with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Trader without(String variable) {
    environment.remove(variable);
    return this;
  }

  Path data() {
    return folder.resolve("data");
  }

  /** Runs a command to its end. */
  Outcome run(String... arguments) {
    runs++;
    Path out = folder.resolve("out-" + runs + ".txt");
    Path err = folder.resolve("err-" + runs + ".txt");
    Process process = start(out, err, arguments);
    try {
      if (!process.waitFor(COMMAND_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(
            String.join(" ", arguments) + " did not end: " + Files.readString(err));
      }
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Starts a command that goes on. */
  Running start(String name, String... arguments) {
    Path out = folder.resolve(name + ".out.txt");
    Path err = folder.resolve(name + ".err.txt");
    return new Running(name, start(out, err, arguments), out, err);
  }

  private Process start(Path out, Path err, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath(),
            "dev.arduinotrader.app.Main"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data", data().toString()));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(Trader::isOurs);
    builder.environment().put("TRADER_LOGS", folder.resolve("logs").toString());
    builder.environment().putAll(environment);
    try {
      return builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOurs(String variable) {
    return variable.startsWith("TRADER_") || variable.endsWith("_CONFIG_PATH");
  }

  private static String classPath() {
    String real = System.getProperty("surefire.real.class.path");
    return real == null ? System.getProperty("java.class.path") : real;
  }
}
