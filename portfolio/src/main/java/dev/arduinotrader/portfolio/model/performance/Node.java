package dev.arduinotrader.portfolio.model.performance;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;

/** Something that has a value each day: the cash of a currency or the units of a security. */
sealed interface Node extends Comparable<Node> {
  /** A currency's code or an ISIN: unique, and the order of all sums. */
  String key();

  /** Cash. */
  record Cash(Currency currency) implements Node {
    @Override
    public String key() {
      return currency.code();
    }
  }

  /** Units of a security. */
  record Units(Isin isin) implements Node {
    @Override
    public String key() {
      return isin.value();
    }
  }

  @Override
  default int compareTo(Node other) {
    return key().compareTo(other.key());
  }
}
