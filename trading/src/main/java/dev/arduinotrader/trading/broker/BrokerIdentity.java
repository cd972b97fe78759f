package dev.arduinotrader.trading.broker;

/**
 * Whose money a broker keeps, and of which kind.
 *
 * @param text for people, and to be stored; the same as long as it is the same money
 */
public record BrokerIdentity(String text, MoneyKind money) {
  @Override
  public String toString() {
    return text;
  }
}
