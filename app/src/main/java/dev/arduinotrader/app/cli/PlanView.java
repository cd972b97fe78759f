package dev.arduinotrader.app.cli;

import dev.arduinotrader.planning.Alternative;
import dev.arduinotrader.planning.Certificate;
import dev.arduinotrader.planning.Plan;
import dev.arduinotrader.planning.PlanStep;
import dev.arduinotrader.planning.RejectedCandidate;

/** A plan as text. */
final class PlanView {
  private static final int REJECTED_SHOWN_MAX = 12;

  private PlanView() {}

  static String text(Plan plan) {
    StringBuilder text = new StringBuilder();
    text.append(plan.narrative()).append("\n\n");
    if (!plan.isDoNothing()) {
      text.append(steps(plan).render()).append('\n');
      plan.steps().forEach(step -> text.append("%d. %s%n".formatted(step.number(), step.reason())));
      text.append('\n');
    }
    text.append(
        "Score      %s now, %s after, %+.4f%n"
            .formatted(
                Numbers.score(plan.scoreNow()),
                Numbers.score(plan.scoreAfter()),
                plan.improvement()));
    text.append("Costs      %s%n".formatted(Numbers.money(plan.costs())));
    text.append("Proof      %s%n".formatted(proof(plan.certificate())));
    text.append("Known      %s of the inputs%n".formatted(Numbers.percent(plan.completeness())));
    text.append("Plan hash  %s%n".formatted(plan.planHash()));
    text.append("Snapshot   %s%n".formatted(plan.snapshotId()));
    alternatives(text, plan);
    rejected(text, plan);
    return text.toString();
  }

  private static Table steps(Plan plan) {
    Table table = new Table("#", "TRADE", "PRICE", "LIMIT", "VALUE", "COST", "WEIGHT", "TARGET");
    for (PlanStep step : plan.steps()) {
      table.row(
          Integer.toString(step.number()),
          "%s %s %s".formatted(step.side(), step.quantity(), step.symbol()),
          step.price().toString(),
          step.limit().toString(),
          Numbers.money(step.valueInBase()),
          Numbers.money(step.cost()),
          Numbers.percent(step.weightBefore()) + " -> " + Numbers.percent(step.weightAfter()),
          Numbers.percent(step.weightTarget()));
    }
    return table;
  }

  private static String proof(Certificate certificate) {
    return certificate.proven()
        ? "optimal over all %,d sets of up to %d of %d candidates"
            .formatted(certificate.setsTotal(), certificate.depthMax(), certificate.candidates())
        : "best of %,d of %,d sets; at most %.4f better exists"
            .formatted(certificate.setsExamined(), certificate.setsTotal(), certificate.gap());
  }

  private static void alternatives(StringBuilder text, Plan plan) {
    for (Alternative alternative : plan.alternatives().stream().limit(3).toList()) {
      text.append(
          "Instead    %s: %s%n"
              .formatted(String.join(", ", alternative.trades()), alternative.whyNot()));
    }
  }

  private static void rejected(StringBuilder text, Plan plan) {
    for (RejectedCandidate candidate :
        plan.rejected().stream().limit(REJECTED_SHOWN_MAX).toList()) {
      text.append("Not tried  %s: %s%n".formatted(candidate.symbol(), candidate.reason()));
    }
    if (plan.rejected().size() > REJECTED_SHOWN_MAX) {
      text.append(
          "           and %d more; see --output json%n"
              .formatted(plan.rejected().size() - REJECTED_SHOWN_MAX));
    }
  }
}
