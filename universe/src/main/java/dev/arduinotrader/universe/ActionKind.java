package dev.arduinotrader.universe;

/** What kind of corporate action it is. */
public enum ActionKind {
  CASH_DIVIDEND,
  SPLIT,
  SPIN_OFF,
  MERGER
}
