package dev.arduinotrader.portfolio.grpc;

import dev.arduinotrader.contracts.portfolio.Autonomy;
import dev.arduinotrader.contracts.portfolio.Costs;
import dev.arduinotrader.contracts.portfolio.GroupKind;
import dev.arduinotrader.contracts.portfolio.Limits;
import dev.arduinotrader.contracts.portfolio.OptimizerPolicy;
import dev.arduinotrader.contracts.portfolio.PlannerPolicy;
import dev.arduinotrader.contracts.portfolio.ScoringPolicy;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.portfolio.GroupTarget;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.PolicyVersion;
import dev.arduinotrader.portfolio.SecurityWish;
import dev.arduinotrader.portfolio.TradingGuards;
import java.time.Duration;

/** The investment policy on the wire, both ways. */
public final class PolicyMessages {
  private static final String GROUP_KIND = "GROUP_KIND_";

  private PolicyMessages() {}

  public static dev.arduinotrader.contracts.portfolio.PolicyVersion toProto(PolicyVersion version) {
    return dev.arduinotrader.contracts.portfolio.PolicyVersion.newBuilder()
        .setVersion(version.version())
        .setAuthor(version.author())
        .setSince(CommonMessages.toProto(version.since()))
        .setPolicy(toProto(version.policy()))
        .build();
  }

  /** Throws {@link IllegalArgumentException} naming the field that is wrong. */
  public static PolicyVersion fromProto(
      dev.arduinotrader.contracts.portfolio.PolicyVersion message) {
    return new PolicyVersion(
        message.getVersion(),
        message.getAuthor(),
        WireValues.instant("since", message.hasSince(), message.getSince()),
        fromProto(message.getPolicy()));
  }

  public static dev.arduinotrader.contracts.portfolio.InvestmentPolicy toProto(
      InvestmentPolicy policy) {
    return dev.arduinotrader.contracts.portfolio.InvestmentPolicy.newBuilder()
        .setCosts(toProto(policy.costs()))
        .setLimits(toProto(policy.limits()))
        .setPlanner(toProto(policy.planner()))
        .setScoring(toProto(policy.scoring()))
        .setOptimizer(toProto(policy.optimizer()))
        .setCashReserve(CommonMessages.toProto(policy.cashReserve()))
        .setAutonomy(
            switch (policy.autonomy()) {
              case PROPOSE -> Autonomy.AUTONOMY_PROPOSE;
              case FULL -> Autonomy.AUTONOMY_FULL;
            })
        .addAllWishes(policy.wishes().stream().map(PolicyMessages::toProto).toList())
        .setGuards(toProto(policy.guards()))
        .addAllGroups(policy.groups().stream().map(PolicyMessages::toProto).toList())
        .build();
  }

  /** Throws {@link IllegalArgumentException} naming the field that is wrong. */
  public static InvestmentPolicy fromProto(
      dev.arduinotrader.contracts.portfolio.InvestmentPolicy message) {
    return new InvestmentPolicy(
        costs(message.getCosts()),
        limits(message.getLimits()),
        planner(message.getPlanner()),
        scoring(message.getScoring()),
        optimizer(message.getOptimizer()),
        WireValues.money("cash_reserve", message.getCashReserve()),
        switch (message.getAutonomy()) {
          case AUTONOMY_PROPOSE -> InvestmentPolicy.Autonomy.PROPOSE;
          case AUTONOMY_FULL -> InvestmentPolicy.Autonomy.FULL;
          case AUTONOMY_UNSPECIFIED, UNRECOGNIZED ->
              throw new IllegalArgumentException(
                  "autonomy: expected AUTONOMY_PROPOSE or AUTONOMY_FULL, found "
                      + message.getAutonomy());
        },
        WireValues.each("wishes", message.getWishesList(), PolicyMessages::wish),
        message.hasGuards() ? guards(message.getGuards()) : TradingGuards.DEFAULT,
        WireValues.each("groups", message.getGroupsList(), PolicyMessages::group));
  }

  private static dev.arduinotrader.contracts.portfolio.GroupTarget toProto(GroupTarget group) {
    return dev.arduinotrader.contracts.portfolio.GroupTarget.newBuilder()
        .setName(group.name())
        .setKind(GroupKind.valueOf(GROUP_KIND + group.kind().name()))
        .addAllMembers(group.members())
        .setWeight(group.weight())
        .build();
  }

  private static GroupTarget group(dev.arduinotrader.contracts.portfolio.GroupTarget message) {
    return new GroupTarget(
        message.getName(),
        WireValues.named(GroupTarget.Kind.class, GROUP_KIND, message.getKind()),
        message.getMembersList(),
        message.getWeight());
  }

  private static dev.arduinotrader.contracts.portfolio.TradingGuards toProto(TradingGuards guards) {
    return dev.arduinotrader.contracts.portfolio.TradingGuards.newBuilder()
        .setTradesPerHourMax(guards.tradesPerHourMax())
        .setTradesPerDayMax(guards.tradesPerDayMax())
        .setTradesPerWeekMax(guards.tradesPerWeekMax())
        .setTurnoverDayMax(guards.turnoverDayMax())
        .setLossNoSales(guards.lossNoSales())
        .setLossNoTrades(guards.lossNoTrades())
        .setPlanAgeMax(WireValues.toProto(guards.planAgeMax()))
        .setCostShareMax(guards.costShareMax())
        .build();
  }

  private static TradingGuards guards(dev.arduinotrader.contracts.portfolio.TradingGuards message) {
    return new TradingGuards(
        message.getTradesPerHourMax(),
        message.getTradesPerDayMax(),
        message.getTradesPerWeekMax(),
        message.getTurnoverDayMax(),
        message.getLossNoSales(),
        message.getLossNoTrades(),
        WireValues.duration(
            "guards.plan_age_max", message.hasPlanAgeMax(), message.getPlanAgeMax()),
        message.getCostShareMax());
  }

  private static Costs toProto(InvestmentPolicy.Costs costs) {
    return Costs.newBuilder()
        .setFixed(CommonMessages.toProto(costs.fixed()))
        .setFraction(costs.fraction())
        .setSpreadFraction(costs.spreadFraction())
        .setExchangeFraction(costs.exchangeFraction())
        .build();
  }

  private static InvestmentPolicy.Costs costs(Costs message) {
    return new InvestmentPolicy.Costs(
        WireValues.money("costs.fixed", message.getFixed()),
        message.getFraction(),
        message.getSpreadFraction(),
        message.getExchangeFraction());
  }

  private static Limits toProto(InvestmentPolicy.Limits limits) {
    return Limits.newBuilder()
        .setSecurityWeightMax(limits.securityWeightMax())
        .setCountryWeightMax(limits.countryWeightMax())
        .setIndustryWeightMax(limits.industryWeightMax())
        .setOrderValueMax(CommonMessages.toProto(limits.orderValueMax()))
        .setTradesPerCycleMax(limits.tradesPerCycleMax())
        .setPriceAgeMax(WireValues.toProto(limits.priceAgeMax()))
        .build();
  }

  private static InvestmentPolicy.Limits limits(Limits message) {
    return new InvestmentPolicy.Limits(
        message.getSecurityWeightMax(),
        message.getCountryWeightMax(),
        message.getIndustryWeightMax(),
        WireValues.money("limits.order_value_max", message.getOrderValueMax()),
        message.getTradesPerCycleMax(),
        WireValues.duration(
            "limits.price_age_max", message.hasPriceAgeMax(), message.getPriceAgeMax()));
  }

  private static PlannerPolicy toProto(InvestmentPolicy.Planner planner) {
    return PlannerPolicy.newBuilder()
        .setDepthMax(planner.depthMax())
        .setCandidatesMax(planner.candidatesMax())
        .setImprovementMin(planner.improvementMin())
        .setWeightGapMin(planner.weightGapMin())
        .setBuyCooldown(WireValues.toProto(planner.buyCooldown()))
        .setSellCooldown(WireValues.toProto(planner.sellCooldown()))
        .setHoldMin(WireValues.toProto(planner.holdMin()))
        .build();
  }

  private static InvestmentPolicy.Planner planner(PlannerPolicy message) {
    return new InvestmentPolicy.Planner(
        message.getDepthMax(),
        message.getCandidatesMax(),
        message.getImprovementMin(),
        message.getWeightGapMin(),
        WireValues.duration(
            "planner.buy_cooldown", message.hasBuyCooldown(), message.getBuyCooldown()),
        WireValues.duration(
            "planner.sell_cooldown", message.hasSellCooldown(), message.getSellCooldown()),
        WireValues.duration("planner.hold_min", message.hasHoldMin(), message.getHoldMin()));
  }

  private static ScoringPolicy toProto(InvestmentPolicy.Scoring scoring) {
    return ScoringPolicy.newBuilder()
        .setTargetAnnualReturn(scoring.targetAnnualReturn())
        .setLongTermWeight(scoring.longTermWeight())
        .setShortTermWeight(scoring.shortTermWeight())
        .setTechnicalsWeight(scoring.technicalsWeight())
        .build();
  }

  private static InvestmentPolicy.Scoring scoring(ScoringPolicy message) {
    return new InvestmentPolicy.Scoring(
        message.getTargetAnnualReturn(),
        message.getLongTermWeight(),
        message.getShortTermWeight(),
        message.getTechnicalsWeight());
  }

  private static OptimizerPolicy toProto(InvestmentPolicy.Optimizer optimizer) {
    return OptimizerPolicy.newBuilder()
        .setBlend(optimizer.blend())
        .setHistoryBars(optimizer.historyBars())
        .setEstimator(optimizer.estimator())
        .build();
  }

  private static InvestmentPolicy.Optimizer optimizer(OptimizerPolicy message) {
    return new InvestmentPolicy.Optimizer(
        message.getBlend(), message.getHistoryBars(), message.getEstimator());
  }

  private static dev.arduinotrader.contracts.portfolio.SecurityWish toProto(SecurityWish wish) {
    dev.arduinotrader.contracts.portfolio.SecurityWish.Builder message =
        dev.arduinotrader.contracts.portfolio.SecurityWish.newBuilder()
            .setIsin(wish.isin().value())
            .setAllowBuy(wish.allowBuy())
            .setAllowSell(wish.allowSell())
            .setManaged(wish.managed())
            .setMultiplier(wish.multiplier())
            .setNote(wish.note());
    Double minimumWeight = wish.minimumWeight();
    if (minimumWeight != null) {
      message.setMinimumWeight(minimumWeight);
    }
    Double maximumWeight = wish.maximumWeight();
    if (maximumWeight != null) {
      message.setMaximumWeight(maximumWeight);
    }
    Duration buyCooldown = wish.buyCooldown();
    if (buyCooldown != null) {
      message.setBuyCooldown(WireValues.toProto(buyCooldown));
    }
    Duration sellCooldown = wish.sellCooldown();
    if (sellCooldown != null) {
      message.setSellCooldown(WireValues.toProto(sellCooldown));
    }
    return message.build();
  }

  private static SecurityWish wish(dev.arduinotrader.contracts.portfolio.SecurityWish message) {
    return new SecurityWish(
        Isin.of(message.getIsin()),
        message.getAllowBuy(),
        message.getAllowSell(),
        message.getManaged(),
        message.getMultiplier(),
        message.hasMinimumWeight() ? message.getMinimumWeight() : null,
        message.hasMaximumWeight() ? message.getMaximumWeight() : null,
        message.getNote(),
        message.hasBuyCooldown()
            ? WireValues.duration("buy_cooldown", true, message.getBuyCooldown())
            : null,
        message.hasSellCooldown()
            ? WireValues.duration("sell_cooldown", true, message.getSellCooldown())
            : null);
  }
}
