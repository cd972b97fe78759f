package dev.arduinotrader.portfolio.exchange.portfolioperformance;

/**
 * What a row is. The hour orders what happened on one day when the file only knows the day, as in a
 * file of transactions of ours.
 */
enum PerformanceType {
  DELIVERY_INBOUND("Delivery (Inbound)", "Einlieferung", 0, true),
  DELIVERY_OUTBOUND("Delivery (Outbound)", "Auslieferung", 14, false),
  DEPOSIT("Deposit", "Einlage", 6, true),
  TRANSFER_IN("Transfer (Inbound)", "Umbuchung (Eingang)", 8, true),
  TRANSFER_OUT("Transfer (Outbound)", "Umbuchung (Ausgang)", 8, false),
  BUY("Buy", "Kauf", 12, false),
  SELL("Sell", "Verkauf", 14, true),
  DIVIDENDS("Dividend", "Dividende", 16, true),
  INTEREST("Interest", "Zinsen", 16, true),
  INTEREST_CHARGE("Interest Charge", "Zinsbelastung", 16, false),
  FEES("Fees", "Gebühren", 17, false),
  FEES_REFUND("Fees Refund", "Gebührenerstattung", 17, true),
  TAXES("Taxes", "Steuern", 17, false),
  TAX_REFUND("Tax Refund", "Steuerrückerstattung", 17, true),
  REMOVAL("Removal", "Entnahme", 18, false);

  private final String english;
  private final String german;
  private final int hour;
  private final boolean brings;

  PerformanceType(String english, String german, int hour, boolean brings) {
    this.english = english;
    this.german = german;
    this.hour = hour;
    this.brings = brings;
  }

  String english() {
    return english;
  }

  int hour() {
    return hour;
  }

  /** Whether it is for the account's good, so that its value has no minus there. */
  boolean brings() {
    return brings;
  }

  /** A type by a name of either language, or its own; throws when there is none. */
  static PerformanceType named(String name) {
    for (PerformanceType type : values()) {
      if (type.english.equalsIgnoreCase(name)
          || type.german.equalsIgnoreCase(name)
          || type.name().equalsIgnoreCase(name)) {
        return type;
      }
    }
    throw new IllegalArgumentException("there is no such type");
  }
}
