package dev.arduinotrader.universe.model.raw;

/** The numbers that a source can give for one bar. */
public enum RawField {
  OPEN,
  HIGH,
  LOW,
  CLOSE,
  ADJUSTED_CLOSE,
  VOLUME,
  DIVIDEND,
  SPLIT;

  /** Whether the number is a price in the series' quote unit, adjusted or not. */
  public boolean isPrice() {
    return switch (this) {
      case OPEN, HIGH, LOW, CLOSE, ADJUSTED_CLOSE -> true;
      case VOLUME, DIVIDEND, SPLIT -> false;
    };
  }
}
