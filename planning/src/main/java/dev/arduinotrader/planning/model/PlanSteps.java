package dev.arduinotrader.planning.model;

import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.planning.PlanStep;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Turns chosen trades into steps with their money, numbers and reasons. */
final class PlanSteps {
  private final PortfolioState state;
  private final Targets targets;
  private final EndStates endStates;

  PlanSteps(PortfolioState state, Targets targets, EndStates endStates) {
    this.state = state;
    this.targets = targets;
    this.endStates = endStates;
  }

  /** Sales first, then purchases; the larger priority first, then the smaller ISIN. */
  static List<Candidate> ordered(List<Candidate> trades) {
    return trades.stream()
        .sorted(
            Comparator.comparing(Candidate::isBuy)
                .thenComparing(trade -> -trade.priority())
                .thenComparing(Candidate::asset))
        .toList();
  }

  List<PlanStep> of(List<Candidate> trades) {
    List<PlanStep> steps = new ArrayList<>();
    for (Candidate trade : ordered(trades)) {
      steps.add(step(steps.size() + 1, trade, endStates.contribution(trades, trade)));
    }
    return steps;
  }

  private PlanStep step(int number, Candidate trade, double contribution) {
    Asset asset = state.assets().get(trade.asset());
    Price price = Objects.requireNonNull(asset.security().price(), "a candidate has a price");
    Price limit = LimitPrices.of(price, trade.side());
    Money value = price.times(trade.quantity());
    FxRate rate =
        Objects.requireNonNull(state.rates().get(value.currency()), "a candidate has a rate");
    Money cost = Texts.rounded(trade.cost(), state.baseCurrency());
    return new PlanStep(
        number,
        asset.isin(),
        asset.symbol(),
        asset.security().name(),
        trade.side(),
        trade.quantity(),
        price,
        limit,
        value,
        value.currency().equals(state.baseCurrency())
            ? value
            : rate.convert(value, RoundingMode.HALF_EVEN),
        cost,
        code(trade),
        reason(trade, value, limit, cost),
        contribution,
        asset.weight(),
        asset.weight() + trade.signedValue() / state.total(),
        targets.weight(trade.asset()));
  }

  private String code(Candidate trade) {
    if (trade.side() == Side.SELL) {
      return targets.weight(trade.asset()) <= 0 ? "NO_TARGET" : "OVER_TARGET";
    }
    return isBelowMinimum(trade) ? "BELOW_MINIMUM" : "UNDER_TARGET";
  }

  private boolean isBelowMinimum(Candidate trade) {
    double weight = state.assets().get(trade.asset()).weight();
    return weight < targets.minimum(trade.asset());
  }

  private String reason(Candidate trade, Money value, Price limit, Money cost) {
    Asset asset = state.assets().get(trade.asset());
    double target = targets.weight(trade.asset());
    String gap = Texts.percent(Math.abs(target - asset.weight()));
    boolean buy = trade.isBuy();
    String where =
        "%s %s its target of %s".formatted(gap, buy ? "below" : "above", Texts.percent(target));
    String minimum =
        buy && isBelowMinimum(trade)
            ? ", which must be at least " + Texts.percent(targets.minimum(trade.asset()))
            : "";
    return "%s%s%s: %s %s for %s, at %s %s each, cost %s"
        .formatted(
            where,
            minimum,
            score(trade.asset()),
            buy ? "buy" : "sell",
            trade.quantity(),
            value,
            buy ? "most" : "least",
            limit,
            cost);
  }

  private String score(int asset) {
    double score = targets.score(asset);
    return Double.isNaN(score) ? "" : " (score %s)".formatted(Texts.twoDigits(score));
  }
}
