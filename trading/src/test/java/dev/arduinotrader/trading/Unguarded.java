package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.TradingGuards;
import dev.arduinotrader.portfolio.model.DefaultPolicy;
import java.time.Duration;

/** The default policy without any waiting, for tests of other things. */
final class Unguarded {
  private Unguarded() {}

  static InvestmentPolicy policy() {
    return with(
        new TradingGuards(1_000, 1_000, 1_000, 10, 1, 1, Duration.ofDays(7), 0.01), Duration.ZERO);
  }

  /** The default policy with these guards and this wait for purchases, sales and holdings. */
  static InvestmentPolicy with(TradingGuards guards, Duration wait) {
    InvestmentPolicy policy = DefaultPolicy.of(Currency.EUR, Environment.PAPER);
    InvestmentPolicy.Planner planner = policy.planner();
    return new InvestmentPolicy(
        policy.costs(),
        policy.limits(),
        new InvestmentPolicy.Planner(
            planner.depthMax(),
            planner.candidatesMax(),
            planner.improvementMin(),
            planner.weightGapMin(),
            wait,
            wait,
            wait),
        policy.scoring(),
        policy.optimizer(),
        policy.cashReserve(),
        policy.autonomy(),
        policy.wishes(),
        guards);
  }
}
