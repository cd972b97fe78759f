package dev.arduinotrader.universe.model.sample;

/**
 * The way of a price through a session: from the open over both extremes to the close, at times and
 * with a noise that depend on the seed and the day, and never outside the day's range.
 */
final class SessionPath {
  private static final int PLACES_PER_DAY = 4;
  private static final double NOISE_SHARE = 0.30;
  private static final double LIKELY = 0.75;

  private SessionPath() {}

  /**
   * The price in ticks.
   *
   * @param number which day
   * @param second seconds since the open, from 0 to length
   * @param length seconds from the open to the close
   */
  static int at(Draws turns, Draws noise, DayBar bar, int number, int second, int length) {
    long place = (long) number * PLACES_PER_DAY;
    boolean rising = bar.close() >= bar.open();
    boolean lowFirst = rising == turns.uniform(place) < LIKELY;
    int first = lowFirst ? bar.low() : bar.high();
    int later = lowFirst ? bar.high() : bar.low();
    int firstAt = (int) (length * (0.05 + 0.40 * turns.uniform(place + 1)));
    int laterAt = (int) (length * (0.55 + 0.40 * turns.uniform(place + 2)));
    double trend;
    double arch;
    if (second <= firstAt) {
      trend = between(bar.open(), first, second, firstAt);
      arch = LayeredNoise.arch(second, firstAt);
    } else if (second <= laterAt) {
      trend = between(first, later, second - firstAt, laterAt - firstAt);
      arch = LayeredNoise.arch(second - firstAt, laterAt - firstAt);
    } else {
      trend = between(later, bar.close(), second - laterAt, length - laterAt);
      arch = LayeredNoise.arch(second - laterAt, length - laterAt);
    }
    double sway = NOISE_SHARE * (bar.high() - bar.low()) * arch;
    double price = trend + sway * LayeredNoise.at(noise, number, second, length);
    return Math.toIntExact(Math.clamp(Math.round(price), (long) bar.low(), (long) bar.high()));
  }

  private static double between(int from, int to, int step, int length) {
    return from + (double) (to - from) * step / length;
  }
}
