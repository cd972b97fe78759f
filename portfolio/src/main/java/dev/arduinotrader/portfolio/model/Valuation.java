package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.CashBalance;
import dev.arduinotrader.portfolio.Position;
import java.util.List;
import java.util.Optional;

/**
 * What an account is worth: every position and balance is rounded once, and sums are exact sums of
 * those roundings.
 *
 * @param cash per currency, in the order of the codes
 * @param positions in the order of ISIN
 * @param cashInBase empty when a rate is missing
 * @param holdingsInBase empty when a price or a rate is missing
 * @param knownTotal the sum of everything whose value is known
 * @param unknown one sentence for everything whose value is not
 */
public record Valuation(
    List<CashBalance> cash,
    List<Position> positions,
    Optional<Money> cashInBase,
    Optional<Money> holdingsInBase,
    Money knownTotal,
    List<String> unknown) {
  public Valuation {
    cash = List.copyOf(cash);
    positions = List.copyOf(positions);
    unknown = List.copyOf(unknown);
  }

  /** Cash and holdings; empty when either is. */
  public Optional<Money> total() {
    return cashInBase.flatMap(money -> holdingsInBase.map(money::plus));
  }
}
