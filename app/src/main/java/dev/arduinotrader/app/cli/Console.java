package dev.arduinotrader.app.cli;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.json.Json;
import java.io.PrintWriter;
import java.util.Map;

/** Where commands write: data to standard output, talk to standard error. */
public final class Console {
  private static final int BAR_WIDTH = 24;

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean terminal;
  private boolean progressShown;

  /**
   * @param terminal whether standard error is a terminal; progress is shown only then
   */
  public Console(PrintWriter out, PrintWriter err, boolean terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  /** Standard output and error of this process; the launcher says whether error is a terminal. */
  public static Console standard(Map<String, String> environment) {
    boolean terminal =
        environment.containsKey("TRADER_TERMINAL")
            && !environment.getOrDefault("TERM", "").equals("dumb");
    return new Console(
        new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8),
        terminal);
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  boolean isTerminal() {
    return terminal;
  }

  /** Data for the user or the next program. */
  void print(String text) {
    clearProgress();
    out.print(text.endsWith("\n") ? text : text + "\n");
    out.flush();
  }

  void json(Object value) {
    print(Json.pretty(value));
  }

  /** Talk: what happens, not what was asked for. */
  void say(String text) {
    clearProgress();
    err.println(text);
  }

  /** A line that replaces itself, on a terminal only. */
  void progress(int percent, String step) {
    if (!terminal) {
      return;
    }
    int filled = BAR_WIDTH * Math.clamp(percent, 0, 100) / 100;
    err.printf(
        "\r[%s%s] %3d%% %-50.50s",
        "#".repeat(filled), ".".repeat(BAR_WIDTH - filled), percent, step);
    err.flush();
    progressShown = true;
  }

  /** Says what went wrong and gives the exit code for it. */
  int fail(Problem problem) {
    say("trader: " + problem.message());
    if (problem.faults().size() > 1) {
      say("(" + problem.faults().size() + " faults; nothing was changed)");
    }
    return ExitCode.of(problem);
  }

  private void clearProgress() {
    if (progressShown) {
      err.print("\r" + " ".repeat(BAR_WIDTH + 60) + "\r");
      err.flush();
      progressShown = false;
    }
  }
}
