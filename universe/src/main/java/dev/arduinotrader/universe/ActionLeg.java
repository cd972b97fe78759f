package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One thing that a holder receives for one share in a spin-off or merger. */
public sealed interface ActionLeg {
  /**
   * Shares of a security.
   *
   * @param perShare how many for one share held, above zero
   * @param costFraction which part of the old cost goes with them, 0 to 1; null when not known
   */
  record Shares(Isin isin, BigDecimal perShare, @Nullable BigDecimal costFraction)
      implements ActionLeg {
    public Shares {
      ActionRules.above("perShare", perShare);
      perShare = perShare.stripTrailingZeros();
      if (costFraction != null
          && (costFraction.signum() < 0 || costFraction.compareTo(BigDecimal.ONE) > 0)) {
        throw new IllegalArgumentException(
            "expected costFraction from 0 to 1, found " + costFraction.toPlainString());
      }
    }
  }

  /**
   * Money.
   *
   * @param perShare gross for one share held, above zero, in units of the currency
   */
  record Cash(BigDecimal perShare, Currency currency) implements ActionLeg {
    public Cash {
      ActionRules.above("perShare", perShare);
      perShare = perShare.stripTrailingZeros();
    }
  }
}
