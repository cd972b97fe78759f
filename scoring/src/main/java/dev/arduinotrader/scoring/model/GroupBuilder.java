package dev.arduinotrader.scoring.model;

import dev.arduinotrader.scoring.GroupScore;
import dev.arduinotrader.scoring.PartScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** Sums up the parts of a group; a part without a figure is left out and lowers the coverage. */
final class GroupBuilder {
  private final String name;
  private final double weight;
  private final List<PartScore> parts = new ArrayList<>();
  private double wanted;

  GroupBuilder(String name, double weight) {
    this.name = name;
    this.weight = weight;
  }

  GroupBuilder part(String part, double share, OptionalDouble figure, DoubleUnaryOperator table) {
    wanted += share;
    if (figure.isPresent()) {
      double value = figure.getAsDouble();
      parts.add(new PartScore(part, share, value, table.applyAsDouble(value)));
    }
    return this;
  }

  /** Empty when no part had a figure. */
  Optional<GroupScore> build() {
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    double found = 0;
    double sum = 0;
    for (PartScore part : parts) {
      found += part.weight();
      sum += part.weight() * part.score();
    }
    return Optional.of(
        new GroupScore(name, weight, unit(sum / found), unit(found / wanted), parts));
  }

  /** Rounding may carry a mean of numbers up to 1 a hair over it. */
  private static double unit(double value) {
    return Math.min(value, 1);
  }
}
