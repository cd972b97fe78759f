package dev.arduinotrader.app.cli;

import dev.arduinotrader.gateway.ArchivedPlan;
import dev.arduinotrader.gateway.ArchivedPlans;
import java.time.Duration;
import picocli.CommandLine.Command;

/** The last plan with its reasons. */
@Command(name = "plan", description = "Plans with their reasons.")
final class PlanCommand {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Invocation invocation;

  PlanCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Command(name = "show", description = "The last plan: steps, proof, what was not tried and why.")
  int show() {
    return invocation.show(
        session -> session.services().gateway().listPlans(session.context(TIMEOUT), 1),
        this::print);
  }

  private void print(ArchivedPlans plans) {
    if (plans.plans().isEmpty()) {
      invocation.console().say("No plan yet. Next: trader cycle --dry-run");
      return;
    }
    ArchivedPlan latest = plans.plans().getFirst();
    invocation
        .console()
        .print(
            "Plan %d of %s: %s%n%s"
                .formatted(
                    latest.number(),
                    latest.archivedAt(),
                    latest.decision(),
                    PlanView.text(latest.plan())));
  }
}
