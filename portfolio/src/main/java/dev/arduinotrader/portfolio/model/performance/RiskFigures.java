package dev.arduinotrader.portfolio.model.performance;

import dev.arduinotrader.portfolio.model.performance.TimeWeighted.DayReturn;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Risk and reward of daily returns. A figure that cannot be formed, such as a ratio to no risk at
 * all, is absent.
 *
 * @param annualVolatility the sample standard deviation (n - 1) of the returns times the root of
 *     the returns in a year
 * @param sharpe (yearly mean of the returns above the risk-free rate) / annualVolatility
 * @param sortino the same mean / (root of the mean square of what fell short of the risk-free rate,
 *     over all days, times the root of the returns in a year)
 * @param calmar (annualised time-weighted return) / (depth of the deepest drawdown)
 */
public record RiskFigures(
    OptionalDouble annualVolatility,
    OptionalDouble sharpe,
    OptionalDouble sortino,
    OptionalDouble calmar) {

  /** What the returns are measured by. */
  public enum Grid {
    /** One return a trading day: 252 a year. */
    TRADING_DAYS(252),
    /** One return a calendar day: 365 a year. */
    CALENDAR_DAYS(365);

    private final int perYear;

    Grid(int perYear) {
      this.perYear = perYear;
    }
  }

  /**
   * All figures of these returns.
   *
   * @param annualRiskFree a fraction a year, above -1; a day's part is {@code (1 + r)^(1/n) - 1}
   * @param annualisedReturn of the same returns; absent leaves calmar absent
   * @param deepest the depth of the deepest drawdown, at most 0
   */
  public static RiskFigures of(
      List<DayReturn> returns,
      Grid grid,
      double annualRiskFree,
      OptionalDouble annualisedReturn,
      double deepest) {
    OptionalDouble calmar =
        annualisedReturn.isPresent() && deepest < 0
            ? OptionalDouble.of(annualisedReturn.getAsDouble() / -deepest)
            : OptionalDouble.empty();
    if (returns.size() < 2) {
      return new RiskFigures(
          OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), calmar);
    }
    double dailyRiskFree = Math.pow(1 + annualRiskFree, 1.0 / grid.perYear) - 1;
    double mean = returns.stream().mapToDouble(DayReturn::value).sum() / returns.size();
    double squares = 0;
    double shortfalls = 0;
    for (DayReturn day : returns) {
      squares += (day.value() - mean) * (day.value() - mean);
      double shortfall = Math.min(0, day.value() - dailyRiskFree);
      shortfalls += shortfall * shortfall;
    }
    double root = Math.sqrt(grid.perYear);
    double volatility = Math.sqrt(squares / (returns.size() - 1)) * root;
    double downside = Math.sqrt(shortfalls / returns.size()) * root;
    double reward = (mean - dailyRiskFree) * grid.perYear;
    return new RiskFigures(
        OptionalDouble.of(volatility), ratio(reward, volatility), ratio(reward, downside), calmar);
  }

  private static OptionalDouble ratio(double reward, double risk) {
    return risk > 0 ? OptionalDouble.of(reward / risk) : OptionalDouble.empty();
  }
}
