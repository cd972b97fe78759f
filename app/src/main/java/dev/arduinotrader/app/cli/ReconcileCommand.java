package dev.arduinotrader.app.cli;

import dev.arduinotrader.trading.ReconcileReport;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Asks the broker for everything and compares. */
@Command(
    name = "reconcile",
    description = "Ask the broker for everything, complete the books, and compare.")
final class ReconcileCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Invocation invocation;

  ReconcileCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return invocation.change(
        session -> session.services().trading().reconcile(session.context(TIMEOUT)), this::print);
  }

  private void print(ReconcileReport report) {
    StringBuilder text = new StringBuilder();
    text.append(
        "Asked about %d orders, added %d executions, books at entry %d.%n"
            .formatted(report.ordersChecked(), report.executionsAdded(), report.bookedSequence()));
    text.append(report.differences().isEmpty() ? "Everything agrees." : "DIFFERENCES:");
    report.differences().forEach(difference -> text.append("\n  ").append(difference));
    if (!report.repairs().isEmpty()) {
      text.append("\nCASH BELOW ZERO:");
      report.repairs().forEach(step -> text.append("\n  ").append(step));
    }
    invocation.console().print(text.toString());
  }
}
