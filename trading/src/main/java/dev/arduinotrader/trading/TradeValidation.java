package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gate thinks of a trade.
 *
 * @param findings everything that stands against it; empty when it would pass
 * @param estimatedCash what it would take (positive) or bring (negative), fees included, in the
 *     security's currency; null when there is no price
 */
public record TradeValidation(List<Finding> findings, @Nullable Money estimatedCash) {
  public TradeValidation {
    findings = List.copyOf(findings);
  }

  /** One objection with its numbers. */
  public record Finding(String code, String message) {}
}
