package dev.arduinotrader.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs the program as its user would, in one working folder. */
final class Trader {
  private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(90);

  /** Maven runs the tests of a module in the module's folder. */
  private static final Path SCRIPTS = Path.of("..", "scripts").toAbsolutePath().normalize();

  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();
  private List<String> prefix = List.of();
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

  /** Runs every command of the program behind these words, which lead to another device. */
  Trader inside(List<String> words) {
    prefix = List.copyOf(words);
    return this;
  }

  Trader without(String variable) {
    environment.remove(variable);
    return this;
  }

  Path data() {
    return folder.resolve("data");
  }

  /** Runs the program to its end. */
  Outcome run(String... arguments) {
    return finish(program(arguments));
  }

  /** Runs one of the project's scripts to its end. */
  Outcome script(String name, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(SCRIPTS.resolve(name).toString());
    command.addAll(List.of(arguments));
    return finish(command);
  }

  /** Starts one of the project's scripts that goes on. */
  Running startScript(String name, String script, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(SCRIPTS.resolve(script).toString());
    command.addAll(List.of(arguments));
    Path out = folder.resolve(name + ".out.txt");
    Path err = folder.resolve(name + ".err.txt");
    return new Running(name, start(command, out, err), out, err);
  }

  private Outcome finish(List<String> command) {
    runs++;
    Path out = folder.resolve("out-" + runs + ".txt");
    Path err = folder.resolve("err-" + runs + ".txt");
    Process process = start(command, out, err);
    try {
      if (!process.waitFor(COMMAND_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(
            String.join(" ", command) + " did not end: " + Files.readString(err));
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
    return new Running(name, start(program(arguments), out, err), out, err);
  }

  /** The command of {@link #run} as an executable file, for scripts that need a launcher. */
  Path launcher() throws IOException {
    Path file = folder.resolve("launcher");
    Files.writeString(
        file,
        Program.command().stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" ", "#!/bin/sh\nexec ", " \"$@\"\n")));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file;
  }

  /** Starts any command in the folder, with the environment of this trader and no other's. */
  private Process start(List<String> command, Path out, Path err) {
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

  private List<String> program(String... arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(Program.command());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data", data().toString()));
    return command;
  }

  /** A class of these tests with a main method, as a program that goes on until it is closed. */
  Process startClass(Class<?> program, List<String> arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(Program.command(program));
    command.addAll(arguments);
    try {
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOurs(String variable) {
    return variable.startsWith("TRADER_") || variable.endsWith("_CONFIG_PATH");
  }
}
