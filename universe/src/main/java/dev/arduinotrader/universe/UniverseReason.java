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
  SYMBOL_TAKEN(
      FailureKind.FAILED_PRECONDITION,
      "Another security already has this symbol at this data source or broker."),
  ALIAS_TAKEN(FailureKind.FAILED_PRECONDITION, "Another security already has this alias."),
  ISIN_FIXED(
      FailureKind.FAILED_PRECONDITION,
      "Only a private code gives way to a real ISIN, and only to one that is still free."),
  FACT_MISSING(
      FailureKind.FAILED_PRECONDITION, "A security cannot be without a fact that nobody gave."),
  IDENTIFIER_AMBIGUOUS(
      FailureKind.FAILED_PRECONDITION, "The identifier stands for several securities."),
  SAMPLE_FACTS_FIXED(
      FailureKind.FAILED_PRECONDITION,
      "The facts of the sample market are generated and cannot be changed."),
  QUOTE_UNIT_FIXED(
      FailureKind.FAILED_PRECONDITION,
      "The quote unit of a security with stored prices cannot change."),
  ACTION_IN_PRICES(
      FailureKind.FAILED_PRECONDITION,
      "The security's trading prices are TOTAL_RETURN: a dividend or split would count twice."),
  BASIS_IMPOSSIBLE(
      FailureKind.FAILED_PRECONDITION,
      "Prices cannot be had in this basis: it was worked in for good, or a dividend cannot be."),
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
