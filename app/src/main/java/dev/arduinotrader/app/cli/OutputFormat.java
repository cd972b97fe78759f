package dev.arduinotrader.app.cli;

/** How results are printed. */
public enum OutputFormat {
  TABLE,
  JSON
}
