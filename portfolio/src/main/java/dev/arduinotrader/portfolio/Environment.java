package dev.arduinotrader.portfolio;

/** Whether an account's money is real. */
public enum Environment {
  PAPER,
  LIVE
}
