package dev.arduinotrader.trading.broker.faults;

/** What a broker is called for. */
public enum BrokerCall {
  ORDER,
  QUESTION,
  CANCELLATION,
  STATEMENT
}
