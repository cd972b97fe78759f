package dev.arduinotrader.universe;

/** What kind of thing a security is. */
public enum ProductType {
  EQUITY,
  ETF,
  ETC,
  MUTUALFUND
}
