package dev.arduinotrader.app.system;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Systemd, told by its own small program: its socket is one of datagrams, which Java does not open.
 *
 * @param command the program and its words before the state
 * @param environment what the program gets to know, with the socket's name
 */
record Systemd(List<String> command, Map<String, String> environment) implements ServiceManager {
  /** Where systemd listens; not set by anybody else. */
  static final String SOCKET = "NOTIFY_SOCKET";

  private static final long SECONDS_MAX = 10;

  static Systemd of(Map<String, String> environment) {
    return new Systemd(List.of("systemd-notify"), environment);
  }

  @Override
  public Result<Done> tell(String state) {
    try {
      List<String> words = new ArrayList<>(command);
      words.add(state);
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return failure(state, "no end within " + SECONDS_MAX + " s");
      }
      return process.exitValue() == 0
          ? Result.success(Done.DONE)
          : failure(state, "exit code " + process.exitValue());
    } catch (IOException e) {
      return failure(state, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failure(state, "interrupted");
    }
  }

  private Result<Done> failure(String state, String why) {
    return CommonReason.UNAVAILABLE.failure(
        "expected %s to tell systemd %s, found: %s".formatted(command.getFirst(), state, why)
            + "\n"
            + "Maybe install systemd-notify, or take Type=notify and WatchdogSec out of the"
            + " unit.");
  }
}
