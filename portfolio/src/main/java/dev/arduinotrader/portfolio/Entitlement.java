package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.universe.ActionKind;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What an announced corporate action should bring, and whether the broker has brought it.
 *
 * @param units held at the end of the day before the ex-date; above zero
 * @param unitsFactor units after the action for one before it; 1 for all but splits
 * @param note one sentence for a person
 */
public record Entitlement(
    Isin isin,
    ActionKind kind,
    LocalDate exDate,
    Quantity units,
    BigDecimal unitsFactor,
    State state,
    String note) {
  /** How far it is. */
  public enum State {
    /** Not here yet, and there is still time. */
    EXPECTED,
    /** The broker brought what was announced. */
    ARRIVED,
    /** The broker brought something else. */
    MISMATCH,
    /** Five days after the day of payment the broker has brought nothing. */
    SILENT
  }

  /** Whether a person should look. */
  public boolean isAlarming() {
    return state == State.MISMATCH || state == State.SILENT;
  }

  /** Whether the units in the books are not those that the market prices. */
  public boolean isPending() {
    return kind != ActionKind.CASH_DIVIDEND && (state == State.EXPECTED || state == State.SILENT);
  }
}
