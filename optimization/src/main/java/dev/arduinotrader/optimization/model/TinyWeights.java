package dev.arduinotrader.optimization.model;

/** Cuts weights too small to mean anything. */
final class TinyWeights {
  static final double MEANINGFUL_MIN = 1e-6;

  private TinyWeights() {}

  /**
   * Sets weights below a millionth to 0 where their bounds allow it and gives their sum to the
   * greatest weight with room for it; changes nothing when none has.
   */
  static void cut(double[] weights, WeightBounds bounds) {
    double cut = 0;
    for (int i = 0; i < weights.length; i++) {
      cut += isCut(weights, bounds, i) ? weights[i] : 0;
    }
    int receiver = receiver(weights, bounds, cut);
    if (receiver < 0) {
      return;
    }
    for (int i = 0; i < weights.length; i++) {
      if (isCut(weights, bounds, i)) {
        weights[i] = 0;
      }
    }
    weights[receiver] += cut;
  }

  private static boolean isCut(double[] weights, WeightBounds bounds, int index) {
    return weights[index] < MEANINGFUL_MIN && bounds.lower(index) == 0;
  }

  private static int receiver(double[] weights, WeightBounds bounds, double cut) {
    int found = -1;
    for (int i = 0; i < weights.length; i++) {
      boolean hasRoom = weights[i] + cut <= bounds.upper(i) && !isCut(weights, bounds, i);
      if (hasRoom && (found < 0 || weights[i] > weights[found])) {
        found = i;
      }
    }
    return found;
  }
}
