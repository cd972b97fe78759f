package dev.arduinotrader.app.cli;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.config.ServiceName;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One service of this device in a process of its own. */
@Command(name = "serve", description = "Host one of this device's services, until stopped.")
final class ServeCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(
      paramLabel = "SERVICE",
      description = "planning, scoring, optimization, portfolio, trading, universe or gateway.")
  private String service = "";

  @Option(names = "--no-schedule", description = "The gateway starts no cycles by itself.")
  private boolean unscheduled;

  @Option(
      names = "--standby",
      description =
          "Wait for a PostgreSQL database that another process has, and take it over when that one"
              + " has been silent for 30 seconds.")
  private boolean standby;

  ServeCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return ServiceName.fromKey(service)
        .map(name -> new Hosting(invocation, name, !unscheduled, standby).run())
        .orElseGet(
            () ->
                invocation
                    .console()
                    .fail(
                        Problem.invalid(
                            "SERVICE",
                            "expected one of %s, found '%s'".formatted(names(), service))));
  }

  private static String names() {
    return Stream.of(ServiceName.values()).map(ServiceName::key).collect(Collectors.joining(", "));
  }
}
