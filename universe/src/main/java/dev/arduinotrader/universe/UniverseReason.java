package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Reason;

/** Why the universe refuses something. */
public enum UniverseReason implements Reason {
  SAMPLE_MARKET_IN_USE(
      FailureKind.FAILED_PRECONDITION,
      "This data directory trades the sample market, and real prices do not mix with it."),
  SAMPLE_MARKET_OFF(
      FailureKind.FAILED_PRECONDITION,
      "This data directory was made on the sample market, which the settings now exclude."),
  LISTING_TAKEN(
      FailureKind.FAILED_PRECONDITION,
      "Another ISIN already stands for this symbol at this exchange."),
  QUOTE_UNIT_FIXED(
      FailureKind.FAILED_PRECONDITION,
      "The quote unit of a security with stored prices cannot change."),
  IMPORT_REFUSED(
      FailureKind.INVALID_ARGUMENT, "A file has faults, so nothing of the import was stored.");

  private final FailureKind kind;
  private final String meaning;

  UniverseReason(FailureKind kind, String meaning) {
    this.kind = kind;
    this.meaning = meaning;
  }

  @Override
  public FailureKind kind() {
    return kind;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
