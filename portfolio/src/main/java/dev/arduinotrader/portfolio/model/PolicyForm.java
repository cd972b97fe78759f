package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.SecurityWish;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Writes a policy into the form that is hashed; notes for people are left out. */
final class PolicyForm {
  private PolicyForm() {}

  static void add(CanonicalText form, InvestmentPolicy policy) {
    InvestmentPolicy.Costs costs = policy.costs();
    addMoney(form, costs.fixed());
    form.add(costs.fraction()).add(costs.spreadFraction()).add(costs.exchangeFraction());
    InvestmentPolicy.Limits limits = policy.limits();
    form.add(limits.securityWeightMax())
        .add(limits.countryWeightMax())
        .add(limits.industryWeightMax());
    addMoney(form, limits.orderValueMax());
    form.add(limits.tradesPerCycleMax()).add(limits.priceAgeMax().toString());
    InvestmentPolicy.Planner planner = policy.planner();
    form.add(planner.depthMax())
        .add(planner.candidatesMax())
        .add(planner.improvementMin())
        .add(planner.weightGapMin())
        .add(planner.buyCooldown().toString())
        .add(planner.sellCooldown().toString())
        .add(planner.holdMin().toString());
    InvestmentPolicy.Scoring scoring = policy.scoring();
    form.add(scoring.targetAnnualReturn())
        .add(scoring.longTermWeight())
        .add(scoring.shortTermWeight())
        .add(scoring.technicalsWeight());
    InvestmentPolicy.Optimizer optimizer = policy.optimizer();
    form.add(optimizer.blend()).add(optimizer.historyBars()).add(optimizer.estimator());
    addMoney(form, policy.cashReserve());
    form.add(policy.autonomy().name()).add(policy.wishes().size());
    policy.wishes().stream()
        .sorted(Comparator.comparing(SecurityWish::isin))
        .forEach(wish -> addWish(form, wish));
  }

  private static void addWish(CanonicalText form, SecurityWish wish) {
    form.add(wish.isin().value())
        .add(wish.allowBuy())
        .add(wish.allowSell())
        .add(wish.managed())
        .add(wish.multiplier())
        .add(text(wish.minimumWeight()))
        .add(text(wish.maximumWeight()));
  }

  private static void addMoney(CanonicalText form, Money money) {
    form.add(money.amount()).add(money.currency().code());
  }

  private static @Nullable String text(@Nullable Double weight) {
    return weight == null ? null : Double.toString(weight == 0 ? 0.0 : weight);
  }
}
