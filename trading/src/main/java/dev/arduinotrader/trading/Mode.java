package dev.arduinotrader.trading;

/** What may leave the house. */
public enum Mode {
  /** Plans only. */
  RESEARCH,
  /** Orders to the paper broker, over exactly the live path. */
  PAPER,
  /** Orders to a real broker. */
  LIVE
}
