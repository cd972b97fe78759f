package dev.arduinotrader.scoring.model;

/**
 * From measured figures to scores of 0 to 1, as data. The knots are those of the specification's
 * table of sub-scores.
 */
public final class ScoreTables {
  /** The higher the better, best from 2. */
  public static final PiecewiseLinear SHARPE =
      PiecewiseLinear.through(0, 0, 0.5, 0.4, 1, 0.7, 2, 1);

  /** The higher the better, best from 2. */
  public static final PiecewiseLinear SORTINO =
      PiecewiseLinear.through(0, 0, 0.5, 0.4, 1, 0.6, 1.5, 0.8, 2, 1);

  /** Best between 5 % and 15 %; a jump at -10 %, below which the fall counts as a warning. */
  public static final PiecewiseLinear MOMENTUM =
      PiecewiseLinear.through(
          -0.10, 0.2, -0.10, 0.5, 0, 0.6, 0.05, 1, 0.15, 1, 0.30, 0.8, 0.45, 0.5);

  /** Of the depth of the fall, 0 to 1: the smaller the better. */
  public static final PiecewiseLinear DRAWDOWN =
      PiecewiseLinear.through(0.10, 1, 0.20, 0.8, 0.30, 0.6, 0.50, 0.2, 0.70, 0);

  /** Oversold is good, overbought bad. */
  public static final PiecewiseLinear RSI = PiecewiseLinear.through(30, 1, 70, 0);

  /** Of the place between the bands, 0 to 1: the lower the better. */
  public static final PiecewiseLinear BOLLINGER = PiecewiseLinear.through(0, 1, 1, 0);

  /** Of the relative distance above the average: the lower the better. */
  public static final PiecewiseLinear EMA_DISTANCE =
      PiecewiseLinear.through(-0.10, 1, -0.05, 0.7, 0, 0.5, 0.10, 0.2);

  private ScoreTables() {}
}
