package dev.arduinotrader.app.cli;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ServiceInstance;
import dev.arduinotrader.platform.placement.FleetCheck;
import dev.arduinotrader.platform.placement.FleetReport;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Configuration files. */
@Command(name = "config", description = "Configuration files.")
final class ConfigCommand {
  private final Invocation invocation;

  ConfigCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /** The command with those of its commands that have a class of their own. */
  static CommandLine with(Invocation invocation) {
    return new CommandLine(new ConfigCommand(invocation))
        .addSubcommand("generate", new GenerateConfigCommand(invocation));
  }

  @Command(
      name = "check",
      description = {
        "Check the device and services files of a whole fleet together.",
        "Example: trader config check deploy/configs/dual-device/*.yaml"
      })
  int check(
      @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files, in any order.")
          List<Path> files) {
    return switch (FleetCheck.check(files, invocation.environment())) {
      case Result.Failure<FleetReport>(Problem problem) -> {
        problem.faults().forEach(fault -> invocation.console().say(fault.toString()));
        invocation.console().say("trader: " + problem.faults().size() + " faults");
        yield ExitCode.of(problem);
      }
      case Result.Success<FleetReport>(FleetReport report) -> {
        invocation.print(report, this::print);
        yield ExitCode.OK;
      }
    };
  }

  private void print(FleetReport report) {
    Table table = new Table("SERVICE", "HOME");
    report
        .homes()
        .forEach(
            (service, homes) ->
                table.row(
                    service.key(),
                    String.join(", ", homes.stream().map(ServiceInstance::toString).toList())));
    invocation.console().print(table.render());
    report.warnings().forEach(warning -> invocation.console().say("warning: " + warning));
    invocation.console().say("The files fit together.");
  }
}
