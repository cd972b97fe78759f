package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.trading.TradeValidation.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gate says.
 *
 * @param findings everything that stands against the trade; empty when it passes
 * @param estimatedCash what it would take (positive) or bring (negative), null without a price
 * @param draft the orders that would carry it out; there whenever there are no findings
 */
public record GateVerdict(
    List<Finding> findings, @Nullable Money estimatedCash, @Nullable TradeDraft draft) {
  public GateVerdict {
    findings = List.copyOf(findings);
    if (findings.isEmpty() && draft == null) {
      throw new IllegalArgumentException("expected orders for a trade that passes, found none");
    }
  }

  public boolean passes() {
    return findings.isEmpty();
  }

  /** The first finding's code, empty when there is none. */
  public String code() {
    return findings.isEmpty() ? "" : findings.getFirst().code();
  }

  /** All findings for a person. */
  public static String text(List<Finding> findings) {
    return String.join(
        "\n", findings.stream().map(finding -> finding.code() + ": " + finding.message()).toList());
  }
}
