package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.money.FxRate;
import java.util.List;

/** Rates in the order asked for, and the pairs there is none of. */
public record FxRates(List<FxRate> rates, List<Absent> absent) {
  public FxRates {
    rates = List.copyOf(rates);
    absent = List.copyOf(absent);
  }
}
