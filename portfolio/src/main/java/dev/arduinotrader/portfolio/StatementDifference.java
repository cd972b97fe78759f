package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One item that the books and the broker see differently.
 *
 * @param isin the security, null for cash
 * @param currency the cash's currency, null for a security
 * @param books units or amount in the books
 * @param broker units or amount at the broker
 * @param firstSeenAt the first of the unbroken row of good statements that say so
 * @param adjusted whether the books were brought to the broker's side by this statement
 */
public record StatementDifference(
    Kind kind,
    @Nullable Isin isin,
    @Nullable Currency currency,
    BigDecimal books,
    BigDecimal broker,
    Instant firstSeenAt,
    boolean adjusted) {
  /** In what way they differ. */
  public enum Kind {
    /** Cash in one currency. */
    CASH,
    /** Both have units, not the same number. */
    UNITS,
    /** Only the books have units. */
    GHOST,
    /** Only the broker has units. */
    MISSING
  }

  /** One sentence for a person. */
  public String sentence() {
    String item = currency == null ? String.valueOf(isin) : "cash";
    String unit = currency == null ? "" : " " + currency;
    return "%s: the books have %s%s, the broker has %s%s"
        .formatted(item, books.toPlainString(), unit, broker.toPlainString(), unit);
  }

  /** The same item after the books were adjusted. */
  public StatementDifference asAdjusted() {
    return new StatementDifference(kind, isin, currency, books, broker, firstSeenAt, true);
  }
}
