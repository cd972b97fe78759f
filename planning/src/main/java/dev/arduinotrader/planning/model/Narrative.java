package dev.arduinotrader.planning.model;

import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.planning.Certificate;
import dev.arduinotrader.planning.PlanStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells a plan in a few sentences. */
final class Narrative {
  /** So much cash above the reserve is worth a sentence, a share of the total. */
  private static final double IDLE_CASH = 0.02;

  private final PortfolioState state;
  private final Targets targets;

  Narrative(PortfolioState state, Targets targets) {
    this.state = state;
    this.targets = targets;
  }

  String of(
      List<PlanStep> steps,
      double scoreNow,
      double scoreAfter,
      Certificate certificate,
      int securities) {
    List<String> sentences = new ArrayList<>();
    if (steps.isEmpty()) {
      sentences.add(nothing(scoreNow, certificate, securities));
    } else {
      sentences.add(trades(steps));
      sentences.add(
          "The score rises from %s to %s after costs of %s."
              .formatted(Texts.score(scoreNow), Texts.score(scoreAfter), costs(steps)));
    }
    sentences.add(proof(certificate));
    if (targets.completeness() < 1) {
      sentences.add(Texts.percent(targets.completeness()) + " of the inputs were known.");
    }
    if (!targets.note().isBlank()) {
      sentences.add("Of the target weights: " + targets.note() + ".");
    } else if (targets.cash() > state.reserve() / state.total() + IDLE_CASH) {
      sentences.add(
          "%s of the total is to stay in cash: the securities' maximum weights hold no more."
              .formatted(Texts.percent(targets.cash())));
    }
    return String.join(" ", sentences);
  }

  private String nothing(double scoreNow, Certificate certificate, int securities) {
    return certificate.candidates() == 0
        ? "Doing nothing is best: no security is far enough from its target and free to be traded."
        : "Doing nothing is best: no trade of %d securities raises the score of %s by more than %s."
            .formatted(
                securities,
                Texts.score(scoreNow),
                Texts.score(state.policy().planner().improvementMin()));
  }

  private static String trades(List<PlanStep> steps) {
    String text =
        steps.stream()
            .map(
                step ->
                    "%s %s %s for %s"
                        .formatted(
                            step.side() == Side.BUY ? "buy" : "sell",
                            step.quantity(),
                            step.symbol(),
                            step.valueInBase()))
            .collect(Collectors.joining(", "));
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }

  private Money costs(List<PlanStep> steps) {
    Money sum = Money.zero(state.baseCurrency());
    for (PlanStep step : steps) {
      sum = sum.plus(step.cost());
    }
    return sum;
  }

  private static String proof(Certificate certificate) {
    String sets =
        certificate.setsTotal() == Long.MAX_VALUE
            ? "more than 9e18"
            : String.format(Locale.ROOT, "%,d", certificate.setsTotal());
    return certificate.proven()
        ? "Proven best of %s sets of at most %d trades.".formatted(sets, certificate.depthMax())
        : "The best of %s sets of %s looked at; another could be better by %s at most."
            .formatted(
                String.format(Locale.ROOT, "%,d", certificate.setsExamined()),
                sets,
                Texts.score(certificate.gap()));
  }
}
