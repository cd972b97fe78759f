package dev.arduinotrader.portfolio;

/** What performance is said in, each with its formula. V is a day's value, F its flow. */
public enum Measure {
  START_VALUE(Unit.MONEY, "V of the first day"),
  END_VALUE(Unit.MONEY, "V of the last day"),
  NET_FLOWS(Unit.MONEY, "sum of F after the first day: what came from the owner less what went"),
  GAIN(Unit.MONEY, "end value - start value - net flows"),
  INCOME(Unit.MONEY, "dividends before withheld tax + interest, at the rates of their days"),
  COSTS(Unit.MONEY, "commissions + fees + taxes, withheld ones too, at the rates of their days"),
  TIME_WEIGHTED_RETURN(Unit.FRACTION, "product of (V(t) - F(t)) / V(t-1), less 1"),
  TIME_WEIGHTED_PER_YEAR(Unit.FRACTION, "(1 + time-weighted return)^(365 / days) - 1"),
  MONEY_WEIGHTED_PER_YEAR(
      Unit.FRACTION, "the r of sum(flow / (1 + r)^(days since the first / 365)) = 0 (XIRR)"),
  VOLATILITY_PER_YEAR(Unit.FRACTION, "standard deviation (n - 1) of daily returns x sqrt(365)"),
  SHARPE(Unit.RATIO, "(mean daily return - risk-free) x 365 / volatility"),
  SORTINO(
      Unit.RATIO,
      "(mean daily return - risk-free) x 365 / (root mean square of shortfalls x sqrt(365))"),
  CALMAR(Unit.RATIO, "time-weighted return per year / depth of the deepest drawdown"),
  DEEPEST_DRAWDOWN(Unit.FRACTION, "lowest of linked wealth / its highest before, less 1"),
  TURNOVER_PER_YEAR(
      Unit.FRACTION, "min(purchases, sales) / mean V x 365 / days, without commissions"),
  BENCHMARK_RETURN(Unit.FRACTION, "product of (1 + r) of the benchmark, same days, less 1"),
  ACTIVE_RETURN(Unit.FRACTION, "time-weighted return - benchmark return"),
  BENCHMARK_END_VALUE(
      Unit.MONEY, "what start value and flows became in the benchmark, bought on their days"),
  AHEAD_OF_BENCHMARK(Unit.MONEY, "end value - benchmark end value"),
  BENCHMARK_MONEY_WEIGHTED_PER_YEAR(Unit.FRACTION, "XIRR of the same flows in the benchmark");

  private final Unit unit;
  private final String formula;

  /** What a value is counted in. */
  public enum Unit {
    /** The account's base currency. */
    MONEY,
    /** 0.01 is one per cent. */
    FRACTION,
    /** A number. */
    RATIO
  }

  Measure(Unit unit, String formula) {
    this.unit = unit;
    this.formula = formula;
  }

  public Unit unit() {
    return unit;
  }

  public String formula() {
    return formula;
  }
}
