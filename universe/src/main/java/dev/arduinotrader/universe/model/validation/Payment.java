package dev.arduinotrader.universe.model.validation;

/**
 * One dividend as the source tells it and as its adjusted closes have it.
 *
 * @param index the bar of the ex-date
 * @param told the amount told, a piece; 0 when none is
 * @param adjusted the amount that the step of the adjusted closes amounts to
 * @param before the close of the bar before
 * @param close the close of the ex-date
 * @param low the lowest price of the ex-date
 * @param noise the usual move, as a share of the price
 * @param traded whether the price had a chance to move on the ex-date
 */
record Payment(
    int index,
    double told,
    double adjusted,
    double before,
    double close,
    double low,
    double noise,
    boolean traded) {
  /** Most dividends are within a factor of ten of this share of the price. */
  private static final double USUAL_YIELD = 0.012;

  private static final double USUAL_YIELD_SPREAD = 1.2;

  /** Moves have the tails of Student's t with so many degrees of freedom, or fatter. */
  private static final double FREEDOM = 3;

  double toldYield() {
    return told / before;
  }

  double adjustedYield() {
    return adjusted / before;
  }

  /** How far the price fell from close to close, as a share. */
  double fall() {
    return (before - close) / before;
  }

  /** How far it fell at most during the ex-date, as a share. */
  double deepestFall() {
    return (before - low) / before;
  }

  /** Whether the told amount is this many times the adjusted one, within two percent. */
  boolean toldIsTimes(double ratio) {
    return Math.abs(told - ratio * adjusted) <= 0.02 * Math.max(told, ratio * adjusted);
  }

  /**
   * How much better one yield explains the fall than another: the logarithm of the likelihood ratio
   * when what is left of the fall follows Student's t. A crash on the day proves little.
   */
  double evidence(double yield, double other) {
    return traded ? surprise(other) - surprise(yield) : 0;
  }

  private double surprise(double yield) {
    double moves = (fall() - yield) / noise;
    return (FREEDOM + 1) / 2 * Math.log1p(moves * moves / FREEDOM);
  }

  /** How usual a yield is among all dividends: the logarithm of a density. */
  static double usual(double yield) {
    double distance = Math.log(yield / USUAL_YIELD) / USUAL_YIELD_SPREAD;
    return -distance * distance / 2;
  }
}
