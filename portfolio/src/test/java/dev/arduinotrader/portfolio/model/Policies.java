package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.GroupTarget;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.SecurityWish;
import java.util.List;

/** Policies for tests. */
public final class Policies {
  private Policies() {}

  /** The default policy of a paper account in EUR with these wishes. */
  public static InvestmentPolicy withWishes(SecurityWish... wishes) {
    InvestmentPolicy policy = DefaultPolicy.of(Currency.EUR, Environment.PAPER);
    return new InvestmentPolicy(
        policy.costs(),
        policy.limits(),
        policy.planner(),
        policy.scoring(),
        policy.optimizer(),
        policy.cashReserve(),
        policy.autonomy(),
        List.of(wishes));
  }

  /** The default policy of a paper account in EUR with these groups. */
  public static InvestmentPolicy withGroups(GroupTarget... groups) {
    InvestmentPolicy policy = withWishes();
    return new InvestmentPolicy(
        policy.costs(),
        policy.limits(),
        policy.planner(),
        policy.scoring(),
        policy.optimizer(),
        policy.cashReserve(),
        policy.autonomy(),
        policy.wishes(),
        policy.guards(),
        List.of(groups));
  }
}
