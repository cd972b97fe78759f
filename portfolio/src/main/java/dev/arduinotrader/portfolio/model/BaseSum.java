package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/** A sum in the base currency that is not known as soon as a part of it is not. */
final class BaseSum {
  private Money sum;
  private boolean known = true;

  BaseSum(Currency base) {
    this.sum = Money.zero(base);
  }

  void add(@Nullable Money part) {
    if (part == null) {
      known = false;
    } else {
      sum = sum.plus(part);
    }
  }

  void subtract(@Nullable Money part) {
    add(part == null ? null : part.negated());
  }

  @Nullable Money value() {
    return known ? sum : null;
  }
}
