package dev.arduinotrader.optimization.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.optimization.Excluded;
import java.util.List;

/** The returns of securities on the days on which all of them have a close. */
public final class AlignedReturns {
  private final List<Isin> isins;
  private final double[][] returns;
  private final List<Excluded> excluded;

  AlignedReturns(List<Isin> isins, double[][] returns, List<Excluded> excluded) {
    this.isins = List.copyOf(isins);
    this.returns = returns;
    this.excluded = List.copyOf(excluded);
  }

  /** In their own order. */
  public List<Isin> isins() {
    return isins;
  }

  /** A row per security: simple returns from one common day to the next, oldest first. */
  public double[][] returns() {
    return returns;
  }

  /** Securities whose history does not allow it, with the reason. */
  public List<Excluded> excluded() {
    return excluded;
  }

  /** Days of returns. */
  public int observations() {
    return returns.length == 0 ? 0 : returns[0].length;
  }
}
