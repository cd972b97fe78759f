package dev.arduinotrader.optimization;

import java.util.List;

/**
 * Target weights with what is known about them.
 *
 * @param targets in the order asked for; together they sum to the invested weight
 * @param excluded securities that could not enter, with the reason; their weight is 0
 * @param annualVolatility of the targets, a fraction
 * @param shrinkage the intensity used, 0 to 1; 0 for the sample covariance
 * @param observations days of returns used
 * @param kktResidual largest violation of the optimality conditions of the quadratic program
 * @param iterations of its solver
 */
public record Allocation(
    List<TargetWeight> targets,
    List<Excluded> excluded,
    double annualVolatility,
    double shrinkage,
    int observations,
    double kktResidual,
    int iterations) {
  public Allocation {
    targets = List.copyOf(targets);
    excluded = List.copyOf(excluded);
  }
}
