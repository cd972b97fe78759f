package dev.arduinotrader.universe.model.raw;

import java.time.LocalDate;

/**
 * One row as a source gave it; nothing of it is checked, and NaN means that the source has no such
 * value. Numbers that a source writes as infinite arrive as infinite.
 *
 * @param time when the bar is
 * @param open in the quote unit, like high, low and close; no wide file of closes has it
 * @param adjustedClose the close that the source itself adjusted for dividends and splits
 * @param volume in pieces
 * @param dividend in the quote unit, a piece, with this bar as the ex-date; 0 when there is none
 * @param split new pieces for an old one from this bar on; 0 when there is none
 */
public record RawBar(
    RawTime time,
    double open,
    double high,
    double low,
    double close,
    double adjustedClose,
    double volume,
    double dividend,
    double split) {
  /** A bar of a day with the usual five numbers and nothing else. */
  public static RawBar ofDay(
      LocalDate date, double open, double high, double low, double close, double volume) {
    return new RawBar(
        new RawTime.Day(date), open, high, low, close, Double.NaN, volume, Double.NaN, Double.NaN);
  }

  /** A day of which only the close is known. */
  public static RawBar ofClose(LocalDate date, double close) {
    return ofDay(date, Double.NaN, Double.NaN, Double.NaN, close, Double.NaN);
  }

  /** The number of this field; NaN when the source has none. */
  public double value(RawField field) {
    return switch (field) {
      case OPEN -> open;
      case HIGH -> high;
      case LOW -> low;
      case CLOSE -> close;
      case ADJUSTED_CLOSE -> adjustedClose;
      case VOLUME -> volume;
      case DIVIDEND -> dividend;
      case SPLIT -> split;
    };
  }

  /** The same row with another number in one field. */
  public RawBar with(RawField field, double value) {
    return new RawBar(
        time,
        field == RawField.OPEN ? value : open,
        field == RawField.HIGH ? value : high,
        field == RawField.LOW ? value : low,
        field == RawField.CLOSE ? value : close,
        field == RawField.ADJUSTED_CLOSE ? value : adjustedClose,
        field == RawField.VOLUME ? value : volume,
        field == RawField.DIVIDEND ? value : dividend,
        field == RawField.SPLIT ? value : split);
  }
}
