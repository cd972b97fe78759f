package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.trading.TradeValidation.Finding;
import dev.arduinotrader.universe.CorporateAction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether the clock can be believed, and whether units and prices count the same thing. */
final class Plausibility {
  private static final Duration CLOCK_SKEW_MAX = Duration.ofSeconds(2);

  private final GateFacts facts;
  private final List<Finding> findings = new ArrayList<>();

  private Plausibility(GateFacts facts) {
    this.facts = facts;
  }

  /** What is found of the clock alone. */
  static List<Finding> ofClock(GateFacts facts) {
    Plausibility checks = new Plausibility(facts);
    checks.checkDecision();
    checks.checkClock();
    return checks.findings;
  }

  static List<Finding> findings(GateFacts facts) {
    Plausibility checks = new Plausibility(facts);
    checks.checkDecision();
    checks.checkClock();
    checks.checkActions();
    return checks.findings;
  }

  /** A caller whose clock is ahead may have decided on what is not known yet. */
  private void checkDecision() {
    Duration ahead = Duration.between(facts.now(), facts.decidedAt());
    if (ahead.compareTo(CLOCK_SKEW_MAX) > 0) {
      find(
          GateCheck.CLOCK,
          "expected a decision at most %d s ahead of trading's clock (%s), found one of %s"
                  .formatted(CLOCK_SKEW_MAX.toSeconds(), facts.now(), facts.decidedAt())
              + "\nMaybe set the clocks of both devices.");
    }
  }

  /** A clock that was set back would make limits of time look at the wrong hours. */
  private void checkClock() {
    Instant latest = facts.surroundings().latestTradeAt();
    if (Duration.between(facts.now(), latest).compareTo(CLOCK_SKEW_MAX) > 0) {
      find(
          GateCheck.CLOCK,
          "expected a clock that is not before the latest trade (%s), found %s"
                  .formatted(latest, facts.now())
              + "\nMaybe set the clock. It would pass from "
              + latest
              + " on.");
    }
  }

  private void checkActions() {
    switch (facts.surroundings().pending()) {
      case Result.Success<List<CorporateAction>>(List<CorporateAction> pending) ->
          pending.forEach(this::stopFor);
      case Result.Failure<List<CorporateAction>>(var problem) -> {
        // A security that is not known is a finding of its own.
        if (problem.kind() != FailureKind.NOT_FOUND) {
          find(GateCheck.UNIVERSE_UNREACHABLE, problem.toString());
        }
      }
    }
  }

  private void stopFor(CorporateAction action) {
    find(
        GateCheck.ACTION_PENDING,
        "expected no %s under way, found that of %s with ex-date %s"
                .formatted(action.kind(), action.isin(), action.exDate())
            + "\nIt would pass the day after the ex-date, once the broker has brought its units.");
  }

  private void find(GateCheck check, String message) {
    findings.add(new Finding(check.name(), message));
  }
}
