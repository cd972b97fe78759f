package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.universe.model.raw.RawField;

/** What a finding is about: the date of a row, the whole row, or one of its numbers. */
public enum CheckedField {
  DATE,
  BAR,
  OPEN,
  HIGH,
  LOW,
  CLOSE,
  ADJUSTED_CLOSE,
  VOLUME,
  DIVIDEND,
  SPLIT;

  static CheckedField of(RawField field) {
    return switch (field) {
      case OPEN -> OPEN;
      case HIGH -> HIGH;
      case LOW -> LOW;
      case CLOSE -> CLOSE;
      case ADJUSTED_CLOSE -> ADJUSTED_CLOSE;
      case VOLUME -> VOLUME;
      case DIVIDEND -> DIVIDEND;
      case SPLIT -> SPLIT;
    };
  }
}
