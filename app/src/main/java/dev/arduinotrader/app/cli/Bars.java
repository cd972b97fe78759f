package dev.arduinotrader.app.cli;

/** A number as the length of a bar. */
final class Bars {
  private Bars() {}

  /**
   * A bar; empty for nothing and below.
   *
   * @param whole what a bar of the full width is, above zero
   * @param plain true for characters that every terminal has
   */
  static String of(double value, double whole, int width, boolean plain) {
    if (!(value > 0) || !(whole > 0)) {
      return "";
    }
    return (plain ? "#" : "█").repeat((int) Math.round(width * Math.min(1, value / whole)));
  }
}
