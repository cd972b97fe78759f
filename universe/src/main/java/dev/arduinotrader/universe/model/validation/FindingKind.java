package dev.arduinotrader.universe.model.validation;

/** What can be wrong with prices. */
public enum FindingKind {
  WRONG_ORDER("Rows are not in the order of time."),
  DUPLICATE("A time comes twice."),
  TIME_ZONE("The stamps of daily rows do not begin a day of the exchange."),
  MISSING_VALUE("A row or a number that must be there is missing."),
  NOT_FINITE("A number is infinite."),
  NOT_POSITIVE("A price is zero or negative, or an amount is negative."),
  HIGH_BELOW_LOW("The high is below the low."),
  OUTSIDE_RANGE("The open or the close is outside the range from low to high."),
  UNIT_ERROR("Prices are 10, 100, 1,000 or 10,000 times off, as when pence are taken for pounds."),
  SPLIT_ERROR("Prices are off by the ratio of a split: it was applied to the wrong bars."),
  SPIKE("A price leaves its neighbours and comes back."),
  LEVEL_CHANGE("Prices step to another level, as after an untold split or in another currency."),
  CURRENCY_CHANGE("Prices stand at a constant ratio to those of another source."),
  DIVIDEND_AMOUNT("A dividend's amount is wrong."),
  DIVIDEND_DATE("A dividend stands at the wrong day."),
  DIVIDEND_REPEATED("One dividend is told twice."),
  DIVIDEND_MISSING("The adjusted closes have a dividend that the source does not tell."),
  ADJUSTMENT_MISSING("A dividend is told but not worked into the adjusted closes."),
  ADJUSTMENT_WRONG("The adjusted closes have another dividend than the one told."),
  GAP("Sessions of the exchange have no bar."),
  NOT_A_SESSION("A bar stands at a day without a session.");

  private final String meaning;

  FindingKind(String meaning) {
    this.meaning = meaning;
  }

  /** One sentence for a person. */
  public String meaning() {
    return meaning;
  }
}
