package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import java.time.Duration;
import java.util.List;

/** The policy that an account is opened with. */
public final class DefaultPolicy {
  private DefaultPolicy() {}

  /** Careful limits, the specification's weights, and full autonomy on play money only. */
  public static InvestmentPolicy of(Currency base, Environment environment) {
    return new InvestmentPolicy(
        new InvestmentPolicy.Costs(Money.of("2", base), 0.002, 0.0005, 0.0),
        new InvestmentPolicy.Limits(
            0.15, 0.35, 0.30, Money.of("10000", base), 5, Duration.ofDays(5)),
        new InvestmentPolicy.Planner(
            5, 25, 0.002, 0.005, Duration.ofDays(30), Duration.ofDays(180), Duration.ofDays(90)),
        new InvestmentPolicy.Scoring(0.11, 0.20, 0.10, 0.10),
        new InvestmentPolicy.Optimizer(0.5, 504, "LEDOIT_WOLF"),
        Money.of("500", base),
        switch (environment) {
          case PAPER -> InvestmentPolicy.Autonomy.FULL;
          case LIVE -> InvestmentPolicy.Autonomy.PROPOSE;
        },
        List.of());
  }
}
