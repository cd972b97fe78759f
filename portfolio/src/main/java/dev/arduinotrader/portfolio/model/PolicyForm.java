package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.GroupTarget;
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
    // Without groups the form is that of policies before there were any.
    policy.groups().stream()
        .sorted(Comparator.comparing(GroupTarget::name))
        .forEach(group -> addGroup(form, group));
  }

  private static void addGroup(CanonicalText form, GroupTarget group) {
    form.add("group").add(group.name()).add(group.kind().name()).add(group.members().size());
    group.members().stream().sorted().forEach(form::add);
    form.add(group.weight());
  }

  private static void addWish(CanonicalText form, SecurityWish wish) {
    form.add(wish.isin().value())
        .add(wish.allowBuy())
        .add(wish.allowSell())
        .add(wish.managed())
        .add(wish.multiplier())
        .add(text(wish.minimumWeight()))
        .add(text(wish.maximumWeight()));
    // Without cooldowns the form is that of wishes before they had any.
    if (wish.buyCooldown() != null || wish.sellCooldown() != null) {
      form.add("cooldowns")
          .add(String.valueOf(wish.buyCooldown()))
          .add(String.valueOf(wish.sellCooldown()));
    }
  }

  private static void addMoney(CanonicalText form, Money money) {
    form.add(money.amount()).add(money.currency().code());
  }

  private static @Nullable String text(@Nullable Double weight) {
    return weight == null ? null : Double.toString(weight == 0 ? 0.0 : weight);
  }
}
