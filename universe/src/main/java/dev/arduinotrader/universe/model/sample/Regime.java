package dev.arduinotrader.universe.model.sample;

/**
 * The mood of the whole market, a Markov chain with a daily step. Its stays are 65 % bull, 12 %
 * bear and 23 % sideways, for which the drifts average to zero and the squared volatilities to one.
 */
enum Regime {
  BULL(0.09, 0.78, 500),
  BEAR(-0.37, 1.80, 130),
  SIDEWAYS(-0.06, 0.95, 200);

  private final double drift;
  private final double volatility;
  private final double daysMean;

  Regime(double drift, double volatility, double daysMean) {
    this.drift = drift;
    this.volatility = volatility;
    this.daysMean = daysMean;
  }

  /** What the market as a whole gains a year in this mood, as a logarithm. */
  double drift() {
    return drift;
  }

  /** How much more than usual what is shared by many securities moves. */
  double volatility() {
    return volatility;
  }

  /** The regime of the next day, given two numbers between 0 and 1. */
  Regime next(double leave, double choice) {
    if (leave >= 1 / daysMean) {
      return this;
    }
    return switch (this) {
      case BULL -> choice < 0.60 ? SIDEWAYS : BEAR;
      case BEAR -> choice < 0.60 ? BULL : SIDEWAYS;
      case SIDEWAYS -> choice < 0.65 ? BULL : BEAR;
    };
  }
}
