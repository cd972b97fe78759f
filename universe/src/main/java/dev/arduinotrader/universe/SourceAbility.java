package dev.arduinotrader.universe;

/** What a source can be asked for. */
public enum SourceAbility {
  DAILY_BARS,
  DIVIDENDS_AND_SPLITS,
  QUOTES,
  FUNDAMENTALS
}
