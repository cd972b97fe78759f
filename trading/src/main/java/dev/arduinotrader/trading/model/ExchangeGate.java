package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.trading.TradeValidation.Finding;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The gate for an exchange of currencies by itself: what of its checks is not about a security. */
final class ExchangeGate {
  private final GateFacts facts;
  private final ExchangeTerms terms;
  private final List<Finding> findings = new ArrayList<>();

  private ExchangeGate(GateFacts facts, ExchangeTerms terms) {
    this.facts = facts;
    this.terms = terms;
  }

  static GateVerdict check(GateFacts facts, ExchangeTerms terms) {
    ExchangeGate gate = new ExchangeGate(facts, terms);
    // An exchange buys: where only sales leave, it does not.
    gate.findings.addAll(facts.switches().findings(Side.BUY));
    gate.findings.addAll(Plausibility.ofClock(facts));
    gate.checkBooks();
    gate.checkRate();
    gate.checkOthers();
    gate.checkCash();
    List<Finding> ordered =
        gate.findings.stream()
            .distinct()
            .sorted(Comparator.comparing(finding -> GateCheck.valueOf(finding.code())))
            .toList();
    TradeDraft.Leg leg = new TradeDraft.Leg(terms, terms.soldMax(), terms.soldMax());
    return new GateVerdict(ordered, terms.soldMax(), new TradeDraft(List.of(leg)));
  }

  private void checkBooks() {
    switch (facts.bookedSequence()) {
      case Result.Failure<Long>(Problem problem) -> unreachable(problem);
      case Result.Success<Long>(Long booked) -> {
        if (booked != facts.outboxSequence()) {
          find(
              GateCheck.BOOKS_BEHIND,
              "expected books at entry %d of the outbox, found them at %d\nMaybe reconcile."
                  .formatted(facts.outboxSequence(), booked));
        }
      }
    }
  }

  private void checkRate() {
    switch (facts.rate()) {
      case Result.Failure<FxRate>(Problem problem) -> {
        boolean old = problem.code().equals(GateCheck.RATE_OLD.name());
        find(old ? GateCheck.RATE_OLD : GateCheck.RATE_MISSING, problem.toString());
      }
      case Result.Success<FxRate>(FxRate rate) -> checkAge(rate);
    }
  }

  private void checkAge(FxRate rate) {
    switch (facts.policy()) {
      case Result.Failure<InvestmentPolicy>(Problem problem) -> unreachable(problem);
      case Result.Success<InvestmentPolicy>(InvestmentPolicy policy) -> {
        if (rate.age(facts.now()).compareTo(policy.limits().priceAgeMax()) > 0) {
          find(
              GateCheck.RATE_OLD,
              "expected a rate not older than %s, found %s of %s"
                  .formatted(policy.limits().priceAgeMax(), rate, rate.knownAt()));
        }
      }
    }
  }

  private void checkOthers() {
    for (Order order : facts.others()) {
      if (order.terms() instanceof ExchangeTerms other
          && other.bought().currency().equals(terms.bought().currency())) {
        find(
            GateCheck.OPEN_ORDER,
            "expected no other exchange into %s, found %s in state %s (trade %s)"
                .formatted(
                    terms.bought().currency(),
                    other.description(),
                    order.state(),
                    order.name().tradeId()));
      }
    }
  }

  private void checkCash() {
    switch (facts.settledCash()) {
      case Result.Failure<Map<Currency, Money>>(Problem problem) -> unreachable(problem);
      case Result.Success<Map<Currency, Money>>(Map<Currency, Money> settled) -> {
        Money free = facts.free(settled, terms.soldMax().currency());
        if (terms.soldMax().isGreaterThan(free)) {
          find(GateCheck.CASH, "expected %s free, found %s".formatted(terms.soldMax(), free));
        }
      }
    }
  }

  private void unreachable(Problem problem) {
    find(GateCheck.PORTFOLIO_UNREACHABLE, problem.toString());
  }

  private void find(GateCheck check, String message) {
    findings.add(new Finding(check.name(), message));
  }
}
