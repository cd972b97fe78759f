package dev.arduinotrader.platform.sql;

/** Hears of a copy's course. */
@FunctionalInterface
public interface CopyProgress {
  /** Begins the store of this number, counted from 0, out of so many. */
  void begin(String store, int number, int count);
}
