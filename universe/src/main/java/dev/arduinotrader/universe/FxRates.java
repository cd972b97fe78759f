package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.money.FxRate;
import java.util.List;

/**
 * Rates in the order asked for, and the pairs there is none of.
 *
 * @param rates with their direction, source and the instant since which they are known
 * @param absent pairs without a rate
 * @param stale those of the rates that are too old for any money decision
 */
public record FxRates(List<FxRate> rates, List<Absent> absent, List<StaleRate> stale) {
  public FxRates {
    rates = List.copyOf(rates);
    absent = List.copyOf(absent);
    stale = List.copyOf(stale);
  }

  /** Rates of which none is stale. */
  public FxRates(List<FxRate> rates, List<Absent> absent) {
    this(rates, absent, List.of());
  }
}
