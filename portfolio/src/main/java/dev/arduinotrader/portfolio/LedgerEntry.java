package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact about the account that is not a trade, an exchange or plain cash. It may come from the
 * broker, numbered by trading's outbox, or from a command or a file; then its sequence is 0.
 */
public sealed interface LedgerEntry extends BrokerMovement {
  /**
   * A security paid its holders.
   *
   * @param gross before tax; negative when the broker takes it back; not zero
   * @param withheld the tax that was kept back, of the same sign, never more than the gross
   * @param note for a person
   */
  record Dividend(
      long sequence,
      String sourceId,
      Instant at,
      Isin isin,
      Money gross,
      Money withheld,
      String note)
      implements LedgerEntry {
    /** What arrived. */
    public Money net() {
      return gross.minus(withheld);
    }
  }

  /** What a corporate action does to the units of its security. */
  enum ActionKind {
    /** One leg: units of the security itself come or go; what they cost stays. */
    SPLIT,
    /** Units of other securities come and take a part of the cost with them. */
    SPIN_OFF,
    /** The security's units go, other units and cash come in their place. */
    MERGER
  }

  /**
   * The units that a corporate action brings to or takes from one security.
   *
   * @param change units that came (positive) or went; not zero
   * @param costFraction the part of the source's cost that these units take over, 0 to 1; 0 for the
   *     source's own leg
   */
  record Leg(Isin isin, Quantity change, BigDecimal costFraction) {
    public Leg {
      costFraction =
          costFraction.signum() == 0 ? BigDecimal.ZERO : costFraction.stripTrailingZeros();
    }
  }

  /**
   * A corporate action as the broker carried it out.
   *
   * @param isin the security that acted
   * @param currency in which it is held in the books
   * @param legs one to four, each security once
   * @param cash what came instead of units, such as for fractions; not negative, may be zero
   */
  record CorporateAction(
      long sequence,
      String sourceId,
      Instant at,
      ActionKind kind,
      Isin isin,
      Currency currency,
      List<Leg> legs,
      Money cash,
      String note)
      implements LedgerEntry {
    public CorporateAction {
      legs = List.copyOf(legs);
    }
  }

  /**
   * Units that the account had before its books began.
   *
   * @param quantity above zero
   * @param currency in which the security is held in the books
   * @param cost what they cost in that currency, null when nobody knows
   * @param firstBoughtAt when the first of them was bought, null when nobody knows
   * @param evidence where this is known from
   */
  record OpeningPosition(
      long sequence,
      String sourceId,
      Instant at,
      Isin isin,
      Quantity quantity,
      Currency currency,
      @Nullable Money cost,
      @Nullable Instant firstBoughtAt,
      String evidence)
      implements LedgerEntry {}

  /**
   * Takes another entry back: the books are as if that had never been. The entry itself stays in
   * the ledger.
   *
   * @param reversedSourceId the other's id
   * @param reason for a person
   */
  record Reversal(
      long sequence, String sourceId, Instant at, String reversedSourceId, String reason)
      implements LedgerEntry {}

  /**
   * The broker has other cash than the books, and nothing explains it.
   *
   * @param amount what the broker has more (positive) or less; not zero
   * @param evidence which statements say so
   */
  record CashAdjustment(long sequence, String sourceId, Instant at, Money amount, String evidence)
      implements LedgerEntry {}

  /**
   * The broker has other units than the books, and nothing explains it. What units that came have
   * cost is not known.
   *
   * @param currency in which the security is held in the books
   * @param change what the broker has more (positive) or less; not zero
   * @param evidence which statements say so
   */
  record UnitsAdjustment(
      long sequence,
      String sourceId,
      Instant at,
      Isin isin,
      Currency currency,
      Quantity change,
      String evidence)
      implements LedgerEntry {}
}
