package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import java.util.Comparator;

/** A security as it was traded in one currency. */
record HoldingKey(Isin isin, Currency currency) implements Comparable<HoldingKey> {
  private static final Comparator<HoldingKey> ORDER =
      Comparator.comparing(HoldingKey::isin).thenComparing(HoldingKey::currency);

  @Override
  public int compareTo(HoldingKey other) {
    return ORDER.compare(this, other);
  }
}
