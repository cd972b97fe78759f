package dev.arduinotrader.portfolio;

import java.util.List;

/**
 * What trading has under way.
 *
 * @param executionSequence the number of the last entry of trading's outbox; 0 when empty
 * @param orders live and unknown orders, oldest first
 */
public record OpenExposure(long executionSequence, List<OpenOrder> orders) {
  public static final OpenExposure NONE = new OpenExposure(0, List.of());

  public OpenExposure {
    orders = List.copyOf(orders);
  }
}
