package dev.arduinotrader.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A program that was started and goes on. */
final class Running implements AutoCloseable {
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(40);

  private final String name;
  private final Process process;
  private final Path out;
  private final Path err;

  Running(String name, Process process, Path out, Path err) {
    this.name = name;
    this.process = process;
    this.out = out;
    this.err = err;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** kill -9: nothing of the program gets to run. */
  void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /** SIGSTOP: it stays, with all that it holds, and does nothing. */
  void freeze() {
    signal("-STOP");
  }

  /** SIGCONT: it goes on as if no time had passed. */
  void goOn() {
    signal("-CONT");
  }

  private void signal(String signal) {
    signal(signal, pid(), name);
  }

  static void signal(String signal, long pid, String name) {
    try {
      int exit =
          new ProcessBuilder("kill", signal, Long.toString(pid)).inheritIO().start().waitFor();
      if (exit != 0) {
        throw new AssertionError("kill " + signal + " of " + name + " gave " + exit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** SIGTERM, and the exit code that the program ends with. */
  int stop() {
    process.destroy();
    return exitCode();
  }

  /** Waits for the end. */
  int exitCode() {
    try {
      if (!process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(name + " did not end\n" + said());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The data that it has printed. */
  JsonNode json() {
    try {
      return Json.mapper().readTree(Files.readString(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything it has printed. */
  String said() {
    try {
      return Files.readString(out) + Files.readString(err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    exitCode();
  }
}
