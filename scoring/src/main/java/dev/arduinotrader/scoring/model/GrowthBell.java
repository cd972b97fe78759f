package dev.arduinotrader.scoring.model;

import java.util.function.DoubleUnaryOperator;

/**
 * Scores a yearly growth rate against a target: 1 at the target, falling on both sides like a bell,
 * wider above it, and never below 0.15.
 *
 * <p>It rises up to the target and falls after it, because growth far above what an owner aims at
 * rarely lasts. There is one declared jump: no growth at all is 0.15, the least growth is more.
 *
 * @param target the yearly growth that is best, a fraction above 0
 */
public record GrowthBell(double target) implements DoubleUnaryOperator {
  /** Where the score jumps. */
  public static final double JUMP = 0;

  private static final double FLOOR = 0.15;
  private static final double WIDTH_BELOW = 0.06;
  private static final double WIDTH_ABOVE = 0.10;

  @Override
  public double applyAsDouble(double growth) {
    if (growth <= JUMP) {
      return FLOOR;
    }
    double width = growth < target ? WIDTH_BELOW : WIDTH_ABOVE;
    double distance = (growth - target) / width;
    return FLOOR + (1 - FLOOR) * Math.exp(-distance * distance / 2);
  }
}
