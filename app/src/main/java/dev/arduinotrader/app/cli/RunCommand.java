package dev.arduinotrader.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything that this device hosts, in one process. */
@Command(
    name = "run",
    description = {
      "Host this device's services in one process, until stopped.",
      "Without configuration: all seven, a simulated market, 30,000 EUR of paper money,"
          + " a cycle at once and then every hour, the page on http://127.0.0.1:8000."
    })
final class RunCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Option(names = "--no-schedule", description = "Start no cycles by itself.")
  private boolean unscheduled;

  @Option(
      names = "--standby",
      description =
          "Wait for a PostgreSQL database that another process has, and take it over when that one"
              + " has been silent for 30 seconds.")
  private boolean standby;

  RunCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return new Hosting(invocation, null, !unscheduled, standby).run();
  }
}
