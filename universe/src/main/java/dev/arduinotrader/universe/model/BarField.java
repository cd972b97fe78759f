package dev.arduinotrader.universe.model;

/** The columns that a daily bar can have. */
public enum BarField {
  OPEN,
  HIGH,
  LOW,
  CLOSE,
  VOLUME
}
