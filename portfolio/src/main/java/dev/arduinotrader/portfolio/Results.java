package dev.arduinotrader.portfolio;

import java.util.List;

/**
 * Results in the order of ISIN.
 *
 * @param complete false when there are more after the limit
 */
public record Results(List<SecurityResult> results, boolean complete) {
  public Results {
    results = List.copyOf(results);
  }
}
