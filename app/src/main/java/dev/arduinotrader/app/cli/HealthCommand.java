package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.system.FleetProbe;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ConfigLoader;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Asks every service over gRPC, at the addresses of the configuration. */
@Command(
    name = "health",
    description = "Ask every service how it is; exits 1 unless all seven are healthy.")
final class HealthCommand implements Callable<Integer> {
  private final Invocation invocation;

  HealthCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    GlobalOptions options = invocation.options();
    return switch (ConfigLoader.load(
            options.deviceConfig, options.servicesConfig, invocation.environment())
        .then(FleetProbe::all)) {
      case Result.Failure<List<FleetProbe.Finding>>(Problem problem) ->
          invocation.console().fail(problem);
      case Result.Success<List<FleetProbe.Finding>>(List<FleetProbe.Finding> findings) -> {
        invocation.print(findings, this::print);
        yield findings.stream().allMatch(FleetProbe.Finding::healthy)
            ? ExitCode.OK
            : ExitCode.FAILURE;
      }
    };
  }

  private void print(List<FleetProbe.Finding> findings) {
    for (FleetProbe.Finding finding : findings) {
      invocation
          .console()
          .print(
              finding.healthy()
                  ? "✓ %s Service: healthy".formatted(finding.displayName())
                  : "✗ %s Service: UNHEALTHY".formatted(finding.displayName()));
      if (!finding.healthy()) {
        invocation.console().say("  " + finding.address() + ": " + finding.detail());
      }
    }
  }
}
