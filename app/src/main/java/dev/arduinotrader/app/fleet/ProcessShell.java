package dev.arduinotrader.app.fleet;

import dev.arduinotrader.kernel.result.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A shell of this machine, or one of another device over ssh. */
final class ProcessShell implements Shell {
  private static final int SECONDS_MAX = 300;

  /** With which ssh says that the other side was never reached. */
  private static final int SSH_FAILED = 255;

  private final List<String> prefix;

  private ProcessShell(List<String> prefix) {
    this.prefix = List.copyOf(prefix);
  }

  /** The shell of this machine. */
  static Shell here() {
    return new ProcessShell(List.of("sh", "-c"));
  }

  /** The shell of USER@HOST; asks for no password, since nobody may be there to type it. */
  static Shell over(String userAtHost) {
    return new ProcessShell(
        List.of(
            "ssh",
            "-o",
            "BatchMode=yes",
            "-o",
            "ConnectTimeout=10",
            "-o",
            "ServerAliveInterval=5",
            userAtHost));
  }

  /** The words that are run; the script is one of them, whatever is in it. */
  List<String> command(String script) {
    List<String> command = new ArrayList<>(prefix);
    command.add(script);
    return command;
  }

  @Override
  public Result<String> run(String script, String input) {
    Path out = null;
    Path err = null;
    try {
      out = Files.createTempFile("trader", ".out");
      err = Files.createTempFile("trader", ".err");
      return run(script, input, out, err);
    } catch (IOException e) {
      return FleetReason.DEVICE_UNREACHABLE.failure(prefix.getFirst() + " cannot be run: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FleetReason.DEVICE_COMMAND_FAILED.failure("interrupted");
    } finally {
      delete(out);
      delete(err);
    }
  }

  private Result<String> run(String script, String input, Path out, Path err)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(script))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try (OutputStream to = process.getOutputStream()) {
      to.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException unread) {
      // The script may end without reading; its exit code says how.
    }
    if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return FleetReason.DEVICE_COMMAND_FAILED.failure(
          "no end within %d s of: %s".formatted(SECONDS_MAX, script));
    }
    if (process.exitValue() == 0) {
      return Result.success(Files.readString(out));
    }
    String said = (Files.readString(out) + Files.readString(err)).strip();
    return process.exitValue() == SSH_FAILED && prefix.size() > 2
        ? FleetReason.DEVICE_UNREACHABLE.failure(prefix.getLast() + " is not reached: " + said)
        : FleetReason.DEVICE_COMMAND_FAILED.failure(said);
  }

  private static void delete(@org.jspecify.annotations.Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
