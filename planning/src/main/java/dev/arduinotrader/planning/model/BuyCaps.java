package dev.arduinotrader.planning.model;

import dev.arduinotrader.portfolio.InvestmentPolicy;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much of a security may be bought at most, if every possible sale were made first. What a
 * plan's own sales allow is checked by the search.
 */
final class BuyCaps {
  private final PortfolioState state;
  private final InvestmentPolicy.Limits limits;
  private final double cash;
  private final double[] countryRoom;
  private final double[] industryRoom;

  BuyCaps(PortfolioState state, Collection<List<Candidate>> sales) {
    this.state = state;
    this.limits = state.policy().limits();
    countryRoom = room(state.countries(), limits.countryWeightMax());
    industryRoom = room(state.industries(), limits.industryWeightMax());
    for (Asset asset : state.assets()) {
      countryRoom[asset.country()] -= asset.value();
      industryRoom[asset.industry()] -= asset.value();
    }
    double brought = 0;
    for (List<Candidate> levels : sales) {
      Candidate largest = levels.getLast();
      Asset asset = state.assets().get(largest.asset());
      brought += Math.max(0, largest.cashAtLimit());
      countryRoom[asset.country()] += largest.value();
      industryRoom[asset.industry()] += largest.value();
    }
    cash = state.spendable() - state.reserve() + brought;
  }

  private double[] room(Groups groups, double limit) {
    double[] room = new double[groups.size()];
    Arrays.fill(room, limit * state.total());
    return room;
  }

  /** The rule that leaves least. */
  Cap lowest(Asset asset) {
    return Stream.of(
            security(asset),
            group(Rule.COUNTRY_LIMIT, state.countries(), asset.country()),
            group(Rule.INDUSTRY_LIMIT, state.industries(), asset.industry()),
            order(state),
            cash(asset))
        .min(Comparator.comparingDouble(Cap::value))
        .orElseThrow();
  }

  private Cap security(Asset asset) {
    double maximum = TargetQuestion.maximum(state, asset.wish());
    return new Cap(
        Rule.SECURITY_LIMIT,
        maximum * state.total() - asset.value(),
        "it is %s of the total, at most %s are allowed"
            .formatted(Texts.percent(asset.weight()), Texts.percent(maximum)));
  }

  private Cap group(Rule rule, Groups groups, int number) {
    boolean country = rule == Rule.COUNTRY_LIMIT;
    double limit = country ? limits.countryWeightMax() : limits.industryWeightMax();
    double room = country ? countryRoom[number] : industryRoom[number];
    return new Cap(
        rule,
        room,
        "%s %s has room for %s below its limit of %s of the total, after all possible sales"
            .formatted(
                groups.kind(),
                groups.names().get(number),
                money(Math.max(0, room)),
                Texts.percent(limit)));
  }

  /** Orders keep below the limit even at their worst price. */
  static Cap order(PortfolioState state) {
    double limit = state.policy().limits().orderValueMax().amount().doubleValue();
    return new Cap(
        Rule.ORDER_VALUE_LIMIT,
        limit / (1 + TradeCosts.LIMIT_DISTANCE),
        "orders are limited to " + Texts.money(limit, state.baseCurrency()));
  }

  private Cap cash(Asset asset) {
    return new Cap(
        Rule.CASH,
        state.costs().valueAffordable(cash, asset.foreign()),
        "%s can be spent above the reserve of %s, after all possible sales"
            .formatted(money(cash), money(state.reserve())));
  }

  private String money(double amount) {
    return Texts.money(amount, state.baseCurrency());
  }
}
