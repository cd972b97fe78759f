package dev.arduinotrader.app.cli;

import dev.arduinotrader.gateway.SystemStatus;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The whole system in one look. */
@Command(name = "status", description = "Services, mode and the last cycle in one look.")
final class StatusCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final Invocation invocation;

  StatusCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return invocation.show(
        session -> session.services().gateway().getSystemStatus(session.context(TIMEOUT)),
        this::print);
  }

  private void print(SystemStatus status) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s, version %s, device %s (%s), clock %s at %s%s%n"
            .formatted(
                status.healthy() ? "Healthy" : "NOT HEALTHY",
                status.version(),
                status.deviceId(),
                status.deploymentMode(),
                status.clockBase(),
                status.now(),
                status.simulated() ? ", SIMULATED MARKET" : ""));
    if (status.mode() != null) {
      text.append(
          "Account %s: %s%s%n"
              .formatted(
                  status.account(),
                  status.mode().mode(),
                  status.mode().halted() ? ", HALTED: " + status.mode().haltReason() : ""));
    }
    if (status.lastCycle() != null) {
      text.append(
          "Last cycle %s: %s%n"
              .formatted(status.lastCycle().finishedAt(), status.lastCycle().message()));
    }
    if (status.nextCycleAt() != null) {
      text.append("Next cycle %s%n".formatted(status.nextCycleAt()));
    }
    Table table = new Table("SERVICE", "STATE", "PLACEMENT", "PORT", "VERSION", "SINCE", "SEEN");
    for (SystemStatus.ServiceStatus service : status.services()) {
      table.row(
          service.name(),
          service.state(),
          service.placement(),
          Integer.toString(service.port()),
          service.version(),
          service.since().toString(),
          service.reason());
    }
    invocation.console().print(text.append('\n').append(table.render()).toString());
  }
}
