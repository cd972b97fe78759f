package dev.arduinotrader.universe.model.sample;

/**
 * A rough curve that can be read at any place: layers of random corners, each finer and flatter.
 */
final class LayeredNoise {
  private static final int LAYERS = 7;
  private static final double SUM_OF_HEIGHTS = 2 - Math.scalb(1.0, 1 - LAYERS);
  private static final int LAYER_BITS = 20;
  private static final int BLOCK_BITS = 24;

  private LayeredNoise() {}

  /**
   * The curve's height between -1 and 1. Each layer has four times the corners of the one before,
   * and half its height, as a random walk looked at more closely.
   *
   * @param block which curve, such as the day; below 2^39
   * @param step from 0 to length
   */
  static double at(Draws draws, long block, long step, long length) {
    double sum = 0;
    double height = 1;
    long corners = 4;
    for (int layer = 0; layer < LAYERS; layer++) {
      long scaled = step * corners;
      long corner = scaled / length;
      double part = (double) (scaled % length) / length;
      long counter = (block << BLOCK_BITS) + ((long) layer << LAYER_BITS) + corner;
      double left = draws.uniform(counter);
      double right = draws.uniform(counter + 1);
      sum += height * (2 * (left + part * (right - left)) - 1);
      height /= 2;
      corners *= 4;
    }
    return sum / SUM_OF_HEIGHTS;
  }

  /** Zero at both ends of a stretch, one in its middle: a half circle. */
  static double arch(long step, long length) {
    double part = (double) step / length;
    return 2 * Math.sqrt(part * (1 - part));
  }
}
