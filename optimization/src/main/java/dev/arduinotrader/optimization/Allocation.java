package dev.arduinotrader.optimization;

import java.util.List;

/**
 * Target weights with what is known about them.
 *
 * @param targets in the order asked for, excluded ones with weight 0; together they sum to the
 *     invested weight, or to less where the note says so
 * @param excluded securities that could not enter, with the reason; their weight is 0
 * @param annualVolatility of the targets, a fraction
 * @param shrinkage the intensity used, 0 to 1; 0 for the sample covariance
 * @param observations days of returns used
 * @param kktResidual largest violation of the optimality conditions of the quadratic programs, at
 *     most 1e-8
 * @param iterations of their solver
 * @param note what a person should know, such as weight that stays in cash because the maxima of
 *     the measurable securities do not reach the invested weight; empty when there is nothing
 */
public record Allocation(
    List<TargetWeight> targets,
    List<Excluded> excluded,
    double annualVolatility,
    double shrinkage,
    int observations,
    double kktResidual,
    int iterations,
    String note) {
  public Allocation {
    targets = List.copyOf(targets);
    excluded = List.copyOf(excluded);
  }

  /** An allocation that needs no note. */
  public Allocation(
      List<TargetWeight> targets,
      List<Excluded> excluded,
      double annualVolatility,
      double shrinkage,
      int observations,
      double kktResidual,
      int iterations) {
    this(targets, excluded, annualVolatility, shrinkage, observations, kktResidual, iterations, "");
  }
}
