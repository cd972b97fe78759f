package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.SessionOpener.Access;
import dev.arduinotrader.gateway.CycleReport;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One trading cycle. */
@Command(
    name = "cycle",
    description = "Run one trading cycle: reconcile, plan, and carry out what is best.")
final class CycleCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private final Invocation invocation;

  @Option(names = "--dry-run", description = "Plan and show; send nothing.")
  private boolean dryRun;

  CycleCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return invocation.withSession(
        Access.CHANGE,
        session ->
            session
                .services()
                .gateway()
                .triggerTradingCycle(
                    session.context(TIMEOUT),
                    new dev.arduinotrader.gateway.CycleCommand(session.nextCommandId(), dryRun),
                    progress -> invocation.console().progress(progress.percent(), progress.step()))
                .map(
                    report -> {
                      invocation.print(report, this::print);
                      return report.outcome() == CycleReport.Outcome.FAILED
                          ? ExitCode.FAILURE
                          : ExitCode.OK;
                    }));
  }

  private void print(CycleReport report) {
    StringBuilder text = new StringBuilder();
    text.append(
        "Cycle %s decided at %s: %s%n%n"
            .formatted(report.cycleId(), report.decisionTime(), report.message()));
    if (!report.trades().isEmpty()) {
      text.append(TradeCommand.table(report.trades()).render()).append('\n');
    }
    if (!report.plans().isEmpty()) {
      text.append(PlanView.text(report.plans().getFirst()));
    }
    invocation.console().print(text.toString());
  }
}
